import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All latencies of the measured iterations, in the buckets of the protocol. */
final class Latencies {
    static final long HIGHEST = 3_600_000_000_000L;
    private static final int LAYOUT = 1;
    private static final int BUCKETS = 33 << 10;
    private static final long[] COUNTS = new long[BUCKETS];
    private static long total;

    private Latencies() {}

    /** The bucket of a latency, nanoseconds. */
    static int bucketOf(long value) {
        int shift = Math.max(0, 53 - Long.numberOfLeadingZeros(value));
        return (shift << 10) + (int) (value >> shift);
    }

    /** The lowest latency in a bucket. */
    static long lowestIn(int bucket) {
        int shift = Math.max(0, (bucket >> 10) - 1);
        return (long) (bucket - (shift << 10)) << shift;
    }

    static synchronized void reset(boolean really) {
        if (really) {
            Arrays.fill(COUNTS, 0);
            total = 0;
        }
    }

    static synchronized void take(long[] values, int count) {
        for (int i = 0; i < count; i++) {
            long value = Math.min(HIGHEST, Math.max(1, values[i]));
            COUNTS[bucketOf(value)]++;
            total += value;
        }
    }

    static synchronized void tell(Message message) {
        String pairs = IntStream.range(0, BUCKETS)
            .filter(bucket -> COUNTS[bucket] > 0)
            .mapToObj(bucket -> "[" + lowestIn(bucket) + "," + COUNTS[bucket] + "]")
            .collect(Collectors.joining(",", "[", "]"));
        message.with("histogramLayout", LAYOUT)
            .with("histogram", new Message.Json(pairs))
            .with("totalNanoseconds", total);
    }

    /** Takes the latencies of one thread, in batches. */
    static final class Recorder {
        private final long[] values = new long[128];
        private int count;

        void record(long latency) {
            if (isFull()) {
                flush();
            }
            values[count++] = latency;
        }

        boolean isFull() {
            return count == values.length;
        }

        void flush() {
            take(values, count);
            count = 0;
        }
    }
}
