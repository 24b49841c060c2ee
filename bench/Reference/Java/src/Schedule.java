import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Hands events out at their times, whatever becomes of them. */
final class Schedule {
    private final long origin = System.nanoTime();
    private final long countFrom;
    private final long until;
    private long[] lateness = {0};

    Schedule(Message parameters) {
        countFrom = origin + parameters.number("warmUpMilliseconds") * 1_000_000;
        until = countFrom + parameters.number("measuredMilliseconds") * 1_000_000;
    }

    long origin() {
        return origin;
    }

    void run(Iteration run, long[] offsets, IntConsumer emit) throws Exception {
        Thread source = new Thread(() -> emitAll(offsets, emit), "event source");
        source.setPriority(Thread.MAX_PRIORITY);
        source.start();
        run.measureBetween(countFrom, until);
        source.join();
    }

    void tell(Message message) {
        Arrays.sort(lateness);
        message.with("latenessP99", lateness[(int) Math.ceil(0.99 * lateness.length) - 1])
            .with("latenessMax", lateness[lateness.length - 1]);
    }

    private void emitAll(long[] offsets, IntConsumer emit) {
        long[] late = new long[offsets.length];
        int counted = 0;
        for (int index = 0; index < offsets.length; index++) {
            long due = origin + offsets[index];
            for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            if (due >= countFrom) {
                late[counted++] = System.nanoTime() - due;
            }
            emit.accept(index);
        }
        lateness = Arrays.copyOf(late, Math.max(1, counted));
    }
}
