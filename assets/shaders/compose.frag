#version 330
// Crumble and palette bloom over the lit scene, then drain and vignette. As SoftPainter._crumble and ._bloom.
#include common
#include grade
uniform sampler2D lit;
uniform sampler2D lit_into;
uniform sampler2D white_void;
uniform sampler2D slab;                        // 128 x 16
uniform sampler2D integrity;                   // one texel a block of 8 x 8 of the map: what is left of it, its random number
uniform sampler2D spared;                      // white: somebody stands before it
uniform ivec2 block_at;                        // px of the first block that lie outside the picture
uniform ivec2 void_at;                         // map px of the picture's corner, within one tile of the nothing
uniform int first_column;
uniform int tremor;                            // tick of the trembling; -1 when calm
uniform sampler2D bloom_order;                 // one texel for 4 x 4 px
uniform bool crumbling;
uniform float blooming;                        // 0..1
in vec2 at;
out vec4 pixel;
vec2 block(ivec2 b) {
    return texelFetch(integrity, clamp(b, ivec2(0), textureSize(integrity, 0) - 1), 0).rg;
}
bool stands(ivec2 b) { return block(b).r >= 0.85; }
bool gone(ivec2 b) {                           // below 0: gone, and baked into the scene already
    float k = block(b).r;
    bool inside = all(greaterThanEqual(b, ivec2(0))) && all(lessThan(b, textureSize(integrity, 0)));
    return inside && k >= 0.0 && k < 0.85;
}
void main() {
    ivec2 p = ivec2(at);
    vec3 c = texelFetch(lit, p, 0).rgb;
    if (crumbling && texelFetch(spared, p, 0).r < 0.5) {
        ivec2 b = (p + block_at) / 8, q = (p + block_at) % 8;
        if (stands(b)) {
            vec2 k = block(b);
            if (k.r < 0.95 && tremor >= 0) {
                int dx = (int(k.g * 97.0) + tremor) % 3 - 1;
                c = texelFetch(lit, clamp(p - ivec2(dx, 0), ivec2(0), textureSize(lit, 0) - 1), 0).rgb;
            }
            bool edge = (q.y == 0 && gone(b - ivec2(0, 1))) || (q.x == 7 && gone(b + ivec2(1, 0)))
                     || (q.y == 7 && gone(b + ivec2(0, 1))) || (q.x == 0 && gone(b - ivec2(1, 0)));
            if (edge) c = mix(c, vec3(255.0, 245.0, 219.0) / 255.0, 166.0 / 255.0);
        } else {
            if (gone(b)) c = graded(texelFetch(white_void, (p + void_at) % textureSize(white_void, 0), 0).rgb);
            int deep = stands(b - ivec2(0, 1)) ? 0 : 1;             // first or second block row under a floor
            if (b.y > deep && stands(b - ivec2(0, 1 + deep)) && gone(b - ivec2(0, deep)) && q.y + deep * 8 < 12
                && !(deep == 0 && b.y < textureSize(integrity, 0).y - 1 && stands(b + ivec2(0, 1)))) {
                vec4 s = texelFetch(slab, ivec2((b.x + first_column) % 16 * 8 + q.x, q.y + deep * 8), 0);
                c = mix(c, graded(s.rgb), s.a);
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
