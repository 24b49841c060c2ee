/** The suite's source of randomness: see the protocol. */
final class SplitMix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    SplitMix(long seed) {
        state = seed;
    }

    /** A stream of its own for an item of a seeded series. */
    static SplitMix of(long seed, long index) {
        return new SplitMix(mix(seed ^ mix(index)));
    }

    static long mix(long value) {
        value += GOLDEN;
        value = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        value = (value ^ (value >>> 27)) * 0x94D049BB133111EBL;
        return value ^ (value >>> 31);
    }

    long next() {
        long value = mix(state);
        state += GOLDEN;
        return value;
    }

    /** Uniform in 0 … bound − 1. */
    int below(int bound) {
        long random = next();
        // The high half of the product without signs; Math.unsignedMultiplyHigh came with JDK 18.
        return (int) (Math.multiplyHigh(random, bound) + (random < 0 ? bound : 0));
    }

    /** Exponential with the given mean. */
    double exponential(double mean) {
        return -mean * Math.log(1 - (next() >>> 11) * 0x1p-53);
    }
}
