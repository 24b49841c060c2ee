import java.util.concurrent.atomic.AtomicLong;

/** Counts units as they really start and end. */
final class UnitCounter {
    private final AtomicLong created = new AtomicLong();
    private final AtomicLong alive = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();

    void enter() {
        created.incrementAndGet();
        long now = alive.incrementAndGet();
        if (now > peak.get()) {
            peak.accumulateAndGet(now, Math::max);
        }
    }

    void leave() {
        alive.decrementAndGet();
    }

    void await(long units) {
        while (alive.get() != units) {
            Thread.yield();
        }
    }

    void tell(Message message) {
        message.with("created", created.get()).with("peak", peak.get()).with("alive", alive.get());
    }
}
