#version 330
// The tunnel: a skin (depth x angle) seen through a fixed map; the squeeze runs from the far mouth. As SoftPainter._passage.
#include common
uniform sampler2D passage_map;                 // r depth in chambers, g angle 0..1
uniform sampler2D skin;                        // 512 x (4 * 64) tone
uniform vec3 ramp[8];
uniform float travel;
uniform float squeeze_at;                      // depth of the pulse, chambers
uniform float squeeze;                         // strength
uniform bool shifts;                           // the squeeze moves the skin; not when calm
in vec2 at;
out vec4 pixel;
void main() {
    ivec2 p = ivec2(at);
    vec2 m = texelFetch(passage_map, p, 0).rg;
    float depth = floor(clamp(m.r, 0.0, 15.99) * 64.0) / 64.0;
    float from_pulse = (depth - squeeze_at) / 1.15;
    float b = exp(-from_pulse * from_pulse) * squeeze;
    int row = int(trunc((depth + (shifts ? 0.55 * b : 0.0) - travel) * 64.0)) % 256;
    float tone = texelFetch(skin, ivec2(int(m.g * 512.0) % 512, row < 0 ? row + 256 : row), 0).r;
    float far = 0.09 + 0.93 * pow(clamp((depth - 1.0) / 10.5, 0.0, 1.1), 1.5);
    float v = tone * clamp(0.60 + depth * 0.05, 0.0, 1.0) * clamp((14.0 - depth) / 3.0, 0.0, 1.0) + far + 0.30 * b;
    pixel = vec4(finish(ramp[int(clamp(v * 8.0, 0.0, 7.0))], p), 1.0);
}
