import java.util.StringJoiner;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the test vectors of the protocol ask: no workload is measured by it. */
final class Vectors implements Workload {
    private static final int NUMBERS = 16;
    private final long[] values;
    private final long seed;

    Vectors(Message parameters) {
        values = Stream.of(parameters.text("values").split(" ")).mapToLong(Long::parseLong).toArray();
        seed = parameters.seed();
    }

    @Override
    public Message iterate(Iteration run) {
        StringJoiner randoms = new StringJoiner(" ");
        StringJoiner texts = new StringJoiner(" ");
        LongStream.Builder below = LongStream.builder();
        LongStream.Builder thinking = LongStream.builder();
        LongStream.Builder requests = LongStream.builder();
        for (int number = 0; number < NUMBERS; number++) {
            SplitMix random = SplitMix.of(seed, number);
            randoms.add(Long.toUnsignedString(random.next()));
            below.add(random.below(1_000));
            thinking.add((long) random.exponential(1e9));
            Inventory.Request request = new Inventory.Request(seed, number, 1_000, 20);
            requests.add(request.product).add(request.reserves ? 1 : 0).add(request.quantity);
            texts.add(Pipeline.text(seed, number, 100));
        }
        return Message.of("iterated")
            .with("buckets", LongStream.of(values).map(Latencies::bucketOf).toArray())
            .with("lowest", LongStream.of(values).map(value -> Latencies.lowestIn(Latencies.bucketOf(value))).toArray())
            .with("randoms", randoms)
            .with("below", below.build().toArray())
            .with("thinking", thinking.build().toArray())
            .with("requests", requests.build().toArray())
            .with("texts", texts);
    }
}
