import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A few threads for each stage, with an ArrayBlockingQueue between one stage and the next. */
final class Pipeline implements Workload {
    private static final int HIGHEST_QUANTITY = 100;
    private static final int HIGHEST_PRICE = 10_000;
    private static final Item END = new Item();
    private final Message parameters;
    private final int items;
    private final byte[][] texts;
    private final List<Thread> threads = new ArrayList<>();

    Pipeline(Message parameters) {
        this.parameters = parameters;
        items = parameters.count("items");
        texts = new byte[items][];
        for (int number = 0; number < items; number++) {
            texts[number] = text(parameters.seed(), number, parameters.count("keys")).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Number, key and quantity. */
    static String text(long seed, int number, int keys) {
        SplitMix random = SplitMix.of(seed, number);
        return number + ";" + random.below(keys) + ";" + (1 + random.below(HIGHEST_QUANTITY));
    }

    @Override
    public Message iterate(Iteration run) throws Exception {
        BlockingQueue<Item> raw = queue();
        BlockingQueue<Item> parsed = queue();
        BlockingQueue<Item> enriched = queue();
        BlockingQueue<Item> aggregated = queue();
        long[] cents = new long[parameters.count("keys")];
        Output output = new Output(items);
        threads.clear();
        int parseRounds = parameters.count("parseRounds");
        int enrichRounds = parameters.count("enrichRounds");
        int aggregateRounds = parameters.count("aggregateRounds");
        int writeRounds = parameters.count("writeRounds");
        stage(run.units, parameters.count("parseWorkers"), raw, parsed, item -> item.parsed(parseRounds));
        stage(run.units, parameters.count("enrichWorkers"), parsed, enriched, item -> item.enriched(enrichRounds));
        stage(run.units, 1, enriched, aggregated, item -> {
            cents[item.key] += item.cents;
            return item.with(work(item.digest, aggregateRounds));
        });
        start(run.units, () -> {
            for (Item item = aggregated.take(); item != END; item = aggregated.take()) {
                output.write(item, writeRounds);
            }
        });
        run.units.await(threads.size());
        run.measure(openedAt -> {
            start(run.units, () -> {
                for (byte[] text : texts) {
                    raw.put(new Item(System.nanoTime(), text));
                }
                raw.put(END);
            });
            output.written.await();
        });
        for (Thread thread : threads) {
            thread.join();
        }
        output.recorder.flush();
        return Message.of("iterated")
            .with("cents", cents)
            .with("times", output.times)
            .with("checksum", Long.toUnsignedString(output.checksum));
    }

    private BlockingQueue<Item> queue() {
        return new ArrayBlockingQueue<>(parameters.count("handOffCapacity"));
    }

    // A worker that meets the end leaves it for the next; the last hands it on.
    private void stage(UnitCounter units, int workers, BlockingQueue<Item> from, BlockingQueue<Item> to, UnaryOperator<Item> stage) {
        AtomicInteger working = new AtomicInteger(workers);
        for (int worker = 0; worker < workers; worker++) {
            start(units, () -> {
                for (Item item = from.take(); item != END; item = from.take()) {
                    to.put(stage.apply(item));
                }
                (working.decrementAndGet() == 0 ? to : from).put(END);
            });
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void start(UnitCounter units, Work work) {
        threads.add(Threads.start(() -> {
            units.enter();
            try {
                work.run();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                units.leave();
            }
        }));
    }

    /** Mixes over and over; each round needs the one before. */
    static long work(long digest, int rounds) {
        for (int round = 0; round < rounds; round++) {
            digest = SplitMix.mix(digest);
        }
        return digest;
    }

    private static final class Item {
        private final long offeredAt;
        private final byte[] text;
        private int number;
        private int key;
        private int quantity;
        private long cents;
        private long digest;

        Item() {
            this(0, new byte[0]);
        }

        Item(long offeredAt, byte[] text) {
            this.offeredAt = offeredAt;
            this.text = text;
        }

        private Item with(long digest) {
            Item item = new Item(offeredAt, text);
            item.number = number;
            item.key = key;
            item.quantity = quantity;
            item.cents = cents;
            item.digest = digest;
            return item;
        }

        Item parsed(int rounds) {
            int[] fields = new int[3];
            int field = 0;
            for (byte letter : text) {
                if (letter == ';') {
                    field++;
                } else {
                    fields[field] = 10 * fields[field] + letter - '0';
                }
            }
            long first = (long) fields[0] << 32 ^ (long) fields[1] << 16 ^ fields[2];
            Item item = with(work(SplitMix.mix(first), rounds));
            item.number = fields[0];
            item.key = fields[1];
            item.quantity = fields[2];
            return item;
        }

        Item enriched(int rounds) {
            long price = 1 + Long.remainderUnsigned(SplitMix.mix(key), HIGHEST_PRICE);
            Item item = with(work(digest ^ quantity * price, rounds));
            item.cents = quantity * price;
            return item;
        }
    }

    /** Where items end; one thread at a time writes. */
    private static final class Output {
        private final long[] times;
        private final CountDownLatch written;
        private final Latencies.Recorder recorder = new Latencies.Recorder();
        private long checksum;

        Output(int items) {
            times = new long[items];
            written = new CountDownLatch(items);
        }

        void write(Item item, int rounds) {
            times[item.number]++;
            checksum += work(item.digest, rounds);
            recorder.record(System.nanoTime() - item.offeredAt);
            written.countDown();
        }
    }
}
