#version 330
// A falling block: shrunk, turned, tilting, pale, with a light and a dark lip. As SoftPainter's tables.
#include common
uniform sampler2D lit;
uniform sampler2D spared;                      // who stands before it does not fall with it, and is not covered by it
flat in vec4 piece;
flat in vec3 how;
out vec4 pixel;
void main() {
    ivec2 p = ivec2(gl_FragCoord.xy);
    vec2 d = vec2(p) - piece.zw - 5.5;
    float size = 1.0 - 0.72 * how.x, tilt = 0.55 + 0.45 * abs(cos(how.x * 7.0)), lip = 1.1 / (size * tilt);
    vec2 uv = vec2(cos(how.y) * d.x + sin(how.y) * d.y, (cos(how.y) * d.y - sin(how.y) * d.x) / tilt) / size;
    if (abs(uv.x) >= 4.0 || abs(uv.y) >= 4.0) discard;
    ivec2 from = ivec2(piece.xy) + ivec2(uv + 4.0);
    if (texelFetch(spared, from, 0).r > 0.5 || texelFetch(spared, p, 0).r > 0.5) discard;
    vec3 c = mix(texelFetch(lit, from, 0).rgb, vec3(236.0, 228.0, 224.0) / 255.0, how.z);
    c *= uv.y > 4.0 - lip ? 0.664 : uv.y < -4.0 + lip ? 1.0 : 0.883;
    pixel = vec4(finish(c, p), 1.0);
}
