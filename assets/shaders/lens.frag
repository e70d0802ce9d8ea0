#version 330
// The adder stone at window resolution. Stone pixels stay on the art's grid; refraction, rim light and halo are smooth.
// Blended as: new = pixel.rgb + old * (1 - pixel.a). As SoftPainter._lens.
uniform sampler2D truth;                       // lit at logical size, linear filter
uniform sampler2D ring;                        // rgba, centre at (half, half)
uniform vec2 zoom;
uniform vec2 corner;
uniform vec2 size;                             // logical size of the picture
uniform vec2 centre;                           // logical px, of the middle of the centre pixel
uniform float radius;
uniform float half_ring;
uniform float halo_px;
uniform float phase;                           // rad
uniform float alive;                           // 1; 0 when calm: no wobble, no split colours
uniform vec3 glow;
in vec2 at;
out vec4 pixel;

float hole(float th) { return radius * (1.0 + 0.035 * sin(th * 2.0 + 1.2) + 0.02 * sin(th * 5.0)); }
float rim_of(float th) { return radius * 61.0 / 46.0 * (1.0 + 0.030 * sin(th * 3.0 + 0.8) + 0.022 * sin(th * 5.0 + 2.1) + 0.012 * sin(th * 9.0)); }

// Pixels keep straight edges when enlarged: blend only within one window pixel of a texel's border.
vec3 see(vec2 p) {
    if (any(lessThan(p, vec2(0.0))) || any(greaterThanEqual(p, size))) return vec3(6.0, 5.0, 12.0) / 255.0;  // beyond the picture
    vec2 low = floor(p - 0.5) + 0.5, f = clamp((p - low - 0.5) * zoom + 0.5, 0.0, 1.0);
    return texture(truth, (low + f) / size).rgb;
}

void main() {
    vec2 delta = (at - corner) / zoom - centre;                       // logical px
    vec2 cell = floor(delta + 0.5);                                   // the art pixel this belongs to
    vec4 stone = texelFetch(ring, ivec2(cell + half_ring), 0);
    if (stone.a > 0.5) { pixel = vec4(stone.rgb, 1.0); return; }
    float th = atan(delta.y, delta.x), d = length(delta);
    if (length(cell) < hole(atan(cell.y, cell.x))) {
        float f = min(d / hole(th), 1.0), k = clamp((f - 0.70) / 0.30, 0.0, 1.0);
        float mag = 1.0 / 1.10 + 0.26 * k * k;
        vec2 wob = vec2(0.8 * sin(delta.y * 0.22 + phase) * f * alive, 0.0), bent = delta * mag;
        float split = 0.022 * f * f * alive;
        vec3 c = vec3(see(centre + bent * (1.0 - split) + wob).r, see(centre + bent + wob).g, see(centre + bent * (1.0 + split) + wob).b);
        float edge = clamp((f - 0.74) / 0.26, 0.0, 1.0);
        pixel = vec4(min(c * (1.14 - 0.40 * pow(f, 4.0)), 1.0) + edge * edge * glow * 105.0 / 255.0, 1.0);
        return;
    }
    float beyond = d - rim_of(th);
    float halo = pow(clamp(1.0 - beyond / halo_px, 0.0, 1.0), 2.0);
    float shade = clamp((radius * 61.0 / 46.0 + 7.0 - length(delta - vec2(3.0, 5.0))) / 9.0, 0.0, 1.0) * 0.5;
    float dither = fract(52.9829189 * fract(dot(at, vec2(0.06711056, 0.00583715)))) / 255.0;
    pixel = vec4(halo * glow * 0.30 + dither * step(0.004, halo), shade);
}
