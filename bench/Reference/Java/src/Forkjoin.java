import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** A RecursiveTask for each node, on the common ForkJoinPool; where threads are virtual a thread for each node. */
final class Forkjoin implements Workload {
    private static final int PARTS = 10;
    private final long leaves;
    private final long each;
    private final long trees;
    private final long buildNanoseconds;

    Forkjoin(Message parameters) {
        leaves = parameters.number("leaves");
        each = parameters.number("leavesPerUnit");
        trees = parameters.number("trees");
        buildNanoseconds = parameters.number("buildMilliseconds") * 1_000_000;
    }

    @Override
    public Message iterate(Iteration run) throws Exception {
        Latencies.Recorder recorder = new Latencies.Recorder();
        long[] built = new long[3];
        long fewest = run.measured ? trees : 1;
        run.measure(openedAt -> {
            long endedAt;
            do {
                long startedAt = System.nanoTime();
                Subtotal tree = build(run.units);
                endedAt = System.nanoTime();
                recorder.record(endedAt - startedAt);
                built[0]++;
                built[1] += tree.sum;
                built[2] += tree.units;
            } while (built[0] < fewest || endedAt < openedAt + buildNanoseconds);
        });
        run.units.await(0);
        recorder.flush();
        return Message.of("iterated")
            .with("trees", built[0])
            .with("sum", Long.toUnsignedString(built[1]))
            .with("unitsTold", built[2]);
    }

    private Subtotal build(UnitCounter units) throws InterruptedException {
        return Threads.ARE_VIRTUAL
            ? new Branch(0, leaves, units).fork().join()
            : ForkJoinPool.commonPool().invoke(new Node(0, leaves, units));
    }

    private static Subtotal sum(long first, long count) {
        long sum = 0;
        for (long leaf = first; leaf < first + count; leaf++) {
            sum += leaf;
        }
        return new Subtotal(sum, 1);
    }

    private static final class Subtotal {
        final long sum;
        final long units;

        Subtotal(long sum, long units) {
            this.sum = sum;
            this.units = units;
        }
    }

    private final class Node extends RecursiveTask<Subtotal> {
        private static final long serialVersionUID = 1;
        private final transient UnitCounter counter;
        private final long first;
        private final long count;

        Node(long first, long count, UnitCounter counter) {
            this.first = first;
            this.count = count;
            this.counter = counter;
        }

        @Override
        protected Subtotal compute() {
            counter.enter();
            try {
                return count <= each ? sum(first, count) : forkAll();
            } finally {
                counter.leave();
            }
        }

        private Subtotal forkAll() {
            List<Node> children = new ArrayList<>(PARTS);
            for (int part = 0; part < PARTS; part++) {
                long from = count * part / PARTS;
                children.add(new Node(first + from, count * (part + 1) / PARTS - from, counter));
            }
            long sum = 0;
            long units = 1;
            for (Node child : invokeAll(children)) {
                Subtotal subtotal = child.join();
                sum += subtotal.sum;
                units += subtotal.units;
            }
            return new Subtotal(sum, units);
        }
    }

    private final class Branch implements Runnable {
        private final UnitCounter counter;
        private final long first;
        private final long count;
        private Thread thread;
        private Subtotal subtotal;

        Branch(long first, long count, UnitCounter counter) {
            this.first = first;
            this.count = count;
            this.counter = counter;
        }

        Branch fork() {
            thread = Threads.start(this);
            return this;
        }

        Subtotal join() throws InterruptedException {
            thread.join();
            return subtotal;
        }

        @Override
        public void run() {
            counter.enter();
            try {
                subtotal = count <= each ? sum(first, count) : forkAll();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                counter.leave();
            }
        }

        private Subtotal forkAll() throws InterruptedException {
            List<Branch> children = new ArrayList<>(PARTS);
            for (int part = 0; part < PARTS; part++) {
                long from = count * part / PARTS;
                children.add(new Branch(first + from, count * (part + 1) / PARTS - from, counter).fork());
            }
            long sum = 0;
            long units = 1;
            for (Branch child : children) {
                Subtotal subtotal = child.join();
                sum += subtotal.sum;
                units += subtotal.units;
            }
            return new Subtotal(sum, units);
        }
    }
}
