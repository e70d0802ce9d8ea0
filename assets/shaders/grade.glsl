// Included where colours go through the grade of a place. As SoftPainter._grade.
uniform float saturation;
uniform vec3 gain;
uniform vec3 lift;
vec3 graded(vec3 c) {
    if (saturation < 0.98)
        c = mix(vec3(dot(c, vec3(0.299, 0.587, 0.114))), c, saturation);
    return clamp(min(c * gain, 1.0) + lift, 0.0, 1.0);
}
