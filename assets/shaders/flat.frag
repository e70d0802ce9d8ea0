#version 330
// One colour, blended: the story's fades.
uniform vec4 colour;
out vec4 pixel;
void main() {
    pixel = colour;
}
