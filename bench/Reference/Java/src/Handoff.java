import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** A thread per producer and per consumer, with one BlockingQueue between them. */
final class Handoff implements Workload {
    private static final Item END = new Item(-1, 0, 0, 0);
    private final int capacity;
    private final long playNanoseconds;
    private final boolean timed;
    final int producers;
    final int consumers;
    final int burstItems;

    Handoff(Message parameters) {
        producers = parameters.count("producers");
        consumers = parameters.count("consumers");
        capacity = parameters.count("capacity");
        burstItems = parameters.count("burstItems");
        playNanoseconds = parameters.number("playMilliseconds") * 1_000_000;
        timed = parameters.flag("timed");
    }

    boolean isTimed() {
        return timed;
    }

    int firstOf(int producer) {
        return (int) ((long) burstItems * producer / producers);
    }

    @Override
    public Message iterate(Iteration run) throws Exception {
        BlockingQueue<Item> items = capacity > 0 ? new ArrayBlockingQueue<>(capacity) : new LinkedBlockingQueue<>();
        List<Consumer> all = new ArrayList<>();
        for (int i = 0; i < consumers; i++) {
            all.add(new Consumer(items, run.units));
        }
        all.forEach(consumer -> consumer.thread.start());
        run.units.await(consumers);

        HandoffTally tally = new HandoffTally(this);
        run.measure(openedAt -> {
            do {
                CountDownLatch taken = new CountDownLatch(burstItems);
                all.forEach(consumer -> consumer.taken = taken);
                long begunAt = System.nanoTime();
                List<Thread> offering = new ArrayList<>();
                for (int producer = 0; producer < producers; producer++) {
                    offering.add(Threads.of(new Producer(items, run.units, producer, tally.bursts())));
                }
                offering.forEach(Thread::start);
                for (Thread producer : offering) {
                    producer.join();
                }
                taken.await();
                tally.add(all, begunAt, System.nanoTime());
            } while (System.nanoTime() < openedAt + playNanoseconds);
        });
        for (int i = 0; i < consumers; i++) {
            items.put(END);
        }
        for (Consumer consumer : all) {
            consumer.thread.join();
            consumer.recorder.flush();
        }
        return tally.told();
    }

    static final class Item {
        final int burst;
        final int producer;
        final int number;
        final long offeredAt;

        Item(int burst, int producer, int number, long offeredAt) {
            this.burst = burst;
            this.producer = producer;
            this.number = number;
            this.offeredAt = offeredAt;
        }
    }

    private final class Producer implements Runnable {
        private final BlockingQueue<Item> items;
        private final UnitCounter units;
        private final int id;
        private final int burst;

        Producer(BlockingQueue<Item> items, UnitCounter units, int id, int burst) {
            this.items = items;
            this.units = units;
            this.id = id;
            this.burst = burst;
        }

        @Override
        public void run() {
            units.enter();
            try {
                int share = firstOf(id + 1) - firstOf(id);
                for (int number = 0; number < share; number++) {
                    items.put(new Item(burst, id, number, timed ? System.nanoTime() : 0));
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                units.leave();
            }
        }
    }

    final class Consumer implements Runnable {
        final Thread thread = Threads.of(this);
        final Item[] took = new Item[burstItems];
        final long[] tookAt = new long[burstItems];
        final Latencies.Recorder recorder = new Latencies.Recorder();
        int count;
        volatile CountDownLatch taken;
        private final BlockingQueue<Item> items;
        private final UnitCounter units;

        Consumer(BlockingQueue<Item> items, UnitCounter units) {
            this.items = items;
            this.units = units;
        }

        @Override
        public void run() {
            units.enter();
            try {
                for (Item item = items.take(); item != END; item = items.take()) {
                    keep(item);
                    taken.countDown();
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                units.leave();
            }
        }

        private void keep(Item item) {
            took[count] = item;
            if (timed) {
                long now = System.nanoTime();
                tookAt[count] = now;
                recorder.record(now - item.offeredAt);
            }
            count++;
        }
    }
}
