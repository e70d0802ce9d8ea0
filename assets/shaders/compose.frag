#version 330
// Crumble and palette bloom over the lit scene, then drain and vignette. As SoftPainter._crumble and ._bloom.
#include common
uniform sampler2D lit;
uniform sampler2D lit_into;
uniform sampler2D white_void;
uniform sampler2D slab;                        // 128 x 16
uniform sampler2D integrity;                   // one texel a block of 8 x 8
uniform sampler2D bloom_order;                 // one texel for 4 x 4 px
uniform bool crumbling;
uniform float blooming;                        // 0..1
in vec2 at;
out vec4 pixel;
bool stands(ivec2 b) {
    b = clamp(b, ivec2(0), textureSize(integrity, 0) - 1);
    return texelFetch(integrity, b, 0).r >= 0.85;
}
void main() {
    ivec2 p = ivec2(at);
    vec3 c = texelFetch(lit, p, 0).rgb;
    if (crumbling) {
        ivec2 b = p / 8, q = p % 8;
        if (stands(b)) {
            bool edge = (q.y == 0 && !stands(b - ivec2(0, 1))) || (q.x == 7 && !stands(b + ivec2(1, 0)))
                     || (q.y == 7 && !stands(b + ivec2(0, 1))) || (q.x == 0 && !stands(b - ivec2(1, 0)));
            if (edge) c = mix(c, vec3(255.0, 245.0, 219.0) / 255.0, 166.0 / 255.0);
        } else {
            c = texelFetch(white_void, p, 0).rgb;
            int deep = stands(b - ivec2(0, 1)) ? 0 : 1;             // first or second block row under a floor
            if (b.y > deep && stands(b - ivec2(0, 1 + deep)) && q.y + deep * 8 < 12
                && !(deep == 0 && b.y < textureSize(integrity, 0).y - 1 && stands(b + ivec2(0, 1)))
                && !(deep == 1 && stands(b))) {
                vec4 s = texelFetch(slab, ivec2(b.x % 16 * 8 + q.x, q.y + deep * 8), 0);
                c = mix(c, s.rgb, s.a);
            }
        }
    }
    if (blooming > 0.0) {
        float behind = blooming * 1.05 - texelFetch(bloom_order, p / 4, 0).r;
        if (blooming >= 1.0 || behind > 0.0) c = texelFetch(lit_into, p, 0).rgb;
        if (blooming < 1.0 && behind > 0.0 && behind <= 0.034)
            c = behind <= 0.007 ? vec3(1.0, 1.0, 0.957) : behind <= 0.016 ? vec3(0.988, 0.847, 0.345)
              : behind <= 0.025 ? vec3(0.910, 0.282, 0.471) : vec3(0.416, 0.235, 0.769);
    }
    pixel = vec4(finish(c, p), 1.0);
}
