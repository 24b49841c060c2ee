import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** A closed loop of users who think, call and wait: the generator of bench/Measurement/Load, as the protocol has it. */
final class Load {
    static final Call END = new Call(null, null, 0, 0, 0);
    private static final int IN_FLIGHT = 0;
    private static final int COMPLETED = 1;
    private static final int FAILED = 2;
    private static final int TIMED_OUT = 3;
    private static final long POLL = 500_000;
    private static final long GRACE = 10_000_000_000L;
    private final LongFunction<Inventory.Request> next;
    private final Predicate<Call> admit;
    private final Thinkers thinking;
    private final long warmUp;
    private final long measured;
    private final long deadline;
    private final Deque<Call> deadlines = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<Call> ended = new ConcurrentLinkedQueue<>();
    private final AtomicLong inFlight = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong answeredAgain = new AtomicLong();
    private final LongStream.Builder replies = LongStream.builder();
    private final LongStream.Builder lateness = LongStream.builder();
    private final Latencies.Recorder recorder = new Latencies.Recorder();
    private final long[] outcomes = new long[4];
    private long countFrom;
    private long until;
    private long issued;
    private long admitted;
    private long outstanding;
    private long intended;
    private long rejected;
    private long endedInWindow;
    private long completedInWindow;
    private double inFlightTime;
    private double seenTime;
    private long seenAt;

    Load(Message parameters, LongFunction<Inventory.Request> next, Predicate<Call> admit) {
        this.next = next;
        this.admit = admit;
        thinking = new Thinkers(parameters);
        warmUp = parameters.number("warmUpMilliseconds") * 1_000_000;
        measured = parameters.number("measuredMilliseconds") * 1_000_000;
        deadline = parameters.number("deadlineMilliseconds") * 1_000_000;
    }

    void run(Iteration run) throws Exception {
        long origin = System.nanoTime();
        countFrom = origin + warmUp;
        until = countFrom + measured;
        seenAt = origin;
        thinking.begin(origin);
        Thread generator = new Thread(this::generate, "load generator");
        generator.setPriority(Thread.MAX_PRIORITY);
        generator.start();
        run.measureBetween(countFrom, until);
        generator.join();
        recorder.flush();
    }

    private void generate() {
        while (true) {
            long at = System.nanoTime();
            observe(at);
            passDeadlines(at);
            takeEnded();
            issue(at);
            boolean issuing = thinking.nextAt() < until || at < until;
            if (!issuing && outstanding == 0 || at >= until + GRACE) {
                return;
            }
            long wake = thinking.nextAt() < until ? Math.min(thinking.nextAt(), at + POLL) : at + POLL;
            long rest = wake - System.nanoTime();
            if (rest > 0) {
                LockSupport.parkNanos(rest);
            }
        }
    }

    // Operations in flight, as they are seen while the window is open.
    private void observe(long at) {
        if (seenAt >= countFrom && at < until) {
            inFlightTime += (double) inFlight.get() * (at - seenAt);
            seenTime += at - seenAt;
        }
        seenAt = at;
    }

    private void passDeadlines(long at) {
        for (Call first = deadlines.peek(); first != null; first = deadlines.peek()) {
            if (first.outcome.get() == IN_FLIGHT && first.deadlineAt > at) {
                return;
            }
            deadlines.remove();
            first.timeOut();
        }
    }

    private void takeEnded() {
        for (Call call = ended.poll(); call != null; call = ended.poll()) {
            outstanding--;
            thinking.think(call.user, call.endedAt);
            boolean completed = call.outcome.get() == COMPLETED;
            if (completed) {
                replies.add(call.request.number).add(call.reply);
            }
            if (call.endedAt >= countFrom && call.endedAt < until) {
                endedInWindow++;
                completedInWindow += completed ? 1 : 0;
            }
            if (call.intendedAt >= countFrom) {
                outcomes[call.outcome.get()]++;
                recorder.record(call.endedAt - call.intendedAt);
            }
        }
    }

    private void issue(long at) {
        for (long intendedAt = thinking.nextAt(); intendedAt <= at && intendedAt < until; intendedAt = thinking.nextAt()) {
            int user = thinking.take();
            Call call = new Call(this, next.apply(issued), user, intendedAt, intendedAt + deadline);
            issued++;
            boolean counts = intendedAt >= countFrom;
            if (counts) {
                intended++;
                lateness.add(System.nanoTime() - intendedAt);
            }
            inFlight.incrementAndGet();
            outstanding++;
            if (admit.test(call)) {
                admitted++;
                deadlines.add(call);
                continue;
            }
            inFlight.decrementAndGet();
            outstanding--;
            rejected += counts ? 1 : 0;
            thinking.think(user, System.nanoTime());
        }
    }

    Message told() {
        long[] late = lateness.build().sorted().toArray();
        return Message.of("iterated")
            .with("issued", issued)
            .with("admitted", admitted)
            .with("answered", answered.get())
            .with("answeredAgain", answeredAgain.get())
            .with("intended", intended)
            .with("rejected", rejected)
            .with("completed", outcomes[COMPLETED])
            .with("failed", outcomes[FAILED])
            .with("timedOut", outcomes[TIMED_OUT])
            .with("endedInWindow", endedInWindow)
            .with("completedInWindow", completedInWindow)
            .with("replies", replies.build().toArray())
            .with("latenessP99", late.length == 0 ? 0 : late[(int) Math.ceil(0.99 * late.length) - 1])
            .with("latenessMax", late.length == 0 ? 0 : late[late.length - 1])
            .with("inFlightMillionths", seenTime == 0 ? 0 : (long) (inFlightTime / seenTime * 1e6));
    }

    /** One request on its way; the service answers each that it admitted exactly once. */
    static final class Call {
        final Inventory.Request request;
        private final Load load;
        private final int user;
        private final long intendedAt;
        private final long deadlineAt;
        private final AtomicInteger outcome = new AtomicInteger();
        private final AtomicBoolean answered = new AtomicBoolean();
        private long endedAt;
        private int reply;

        private Call(Load load, Inventory.Request request, int user, long intendedAt, long deadlineAt) {
            this.load = load;
            this.request = request;
            this.user = user;
            this.intendedAt = intendedAt;
            this.deadlineAt = deadlineAt;
        }

        boolean isCancelled() {
            return outcome.get() == TIMED_OUT;
        }

        void complete(int reply) {
            answer(COMPLETED, reply);
        }

        /** Drops a call that nobody waits for any more. */
        void abandon() {
            answer(FAILED, 0);
        }

        private void answer(int how, int reply) {
            long now = System.nanoTime();
            (answered.getAndSet(true) ? load.answeredAgain : load.answered).incrementAndGet();
            if (now >= deadlineAt) {
                timeOut();
            } else {
                end(how, now, reply);
            }
        }

        // A call ends at its deadline, whenever that is noticed.
        private void timeOut() {
            end(TIMED_OUT, deadlineAt, 0);
        }

        private void end(int how, long at, int reply) {
            if (outcome.compareAndSet(IN_FLIGHT, how)) {
                endedAt = at;
                this.reply = reply;
                load.inFlight.decrementAndGet();
                load.ended.add(this);
            }
        }
    }
}
