#version 330
#include common
uniform sampler2D lit;
uniform sampler2D spared;                      // who stands before it does not fall with it, and is not covered by it
in vec2 source;
in vec2 in_piece;
flat in float bleach;
out vec4 pixel;
void main() {
    ivec2 from = clamp(ivec2(source), ivec2(0), textureSize(lit, 0) - 1);
    if (texelFetch(spared, from, 0).r > 0.5 || texelFetch(spared, ivec2(gl_FragCoord.xy), 0).r > 0.5) discard;
    vec3 c = texelFetch(lit, from, 0).rgb;
    c = mix(c, vec3(236.0, 228.0, 224.0) / 255.0, bleach);
    c *= in_piece.y > 0.70 ? 0.664 : in_piece.y < -0.70 ? 1.0 : 0.883;
    pixel = vec4(finish(c, ivec2(gl_FragCoord.xy)), 1.0);
}
