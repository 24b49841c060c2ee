import java.util.concurrent.TimeUnit;

/** An iteration of a case, measured or a warm-up. */
final class Iteration {
    final boolean measured;
    final UnitCounter units = new UnitCounter();
    private final Window window;

    Iteration(boolean measured, Window window) {
        this.measured = measured;
        this.window = window;
    }

    /** Work that is told when the window opened. */
    interface Body {
        void run(long openedAt) throws Exception;
    }

    /** Runs the body inside the measured window, which the other side opens and closes. */
    void measure(Body body) throws Exception {
        Main.pause(Message.of("open"));
        window.open(measured);
        long openedAt = System.nanoTime();
        body.run(openedAt);
        long nanoseconds = System.nanoTime() - openedAt;
        Main.pause(Message.of("close").with("nanoseconds", nanoseconds));
        window.close(measured);
    }

    /** Opens and closes the window at set times, beside what goes on. */
    void measureBetween(long from, long until) throws InterruptedException {
        sleepUntil(from);
        Main.pause(Message.of("open"));
        window.open(measured);
        sleepUntil(until);
        Main.pause(Message.of("close").with("nanoseconds", until - from));
        window.close(measured);
    }

    private static void sleepUntil(long at) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
    }
}
