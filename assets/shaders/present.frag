#version 330
// Logical picture -> window by whole pixels (nearest). Also used, blended, for the stitches and the interface.
uniform sampler2D source;
uniform vec2 zoom;                             // window px per logical px
uniform vec2 corner;                           // top left of the picture in the window
uniform vec2 size;                             // of the source, px
uniform bool smooth_edges;                     // zoom is no whole number: blend within one window pixel of an edge
in vec2 at;
out vec4 pixel;
void main() {
    vec2 p = (at - corner) / zoom;
    if (!smooth_edges) {
        pixel = texelFetch(source, ivec2(p), 0);
        return;
    }
    vec2 low = floor(p - 0.5) + 0.5, f = clamp((p - low - 0.5) * zoom + 0.5, 0.0, 1.0);
    pixel = texture(source, (low + f) / size);
}
