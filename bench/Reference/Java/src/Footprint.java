import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/** A thread per unit, waiting in LockSupport.park. */
final class Footprint implements Workload {
    private static final int WARM_UP_UNITS = 200;
    private static final int MOST_ALONE = 200;
    private static final long COMPILING_NANOSECONDS = 3_000_000_000L;
    private static final long GIVING_BACK_MILLISECONDS = 200;
    private final int units;
    private final int steps;

    Footprint(Message parameters) {
        units = parameters.count("units");
        steps = parameters.count("steps");
    }

    @Override
    public Message iterate(Iteration run) throws Exception {
        if (!run.measured && Threads.ARE_VIRTUAL) {
            compileParking();
            giveBackWhatIsFree();
        }
        int count = run.measured ? units : Math.min(WARM_UP_UNITS, units);
        ParkingLot lot = new ParkingLot(count, run.units);
        Latencies.Recorder recorder = new Latencies.Recorder();
        int alone = Math.min(MOST_ALONE, count / steps);
        for (int unit = 0; unit < alone; unit++) {
            long createdAt = System.nanoTime();
            lot.create(unit, unit + 1);
            recorder.record(lot.parkedAt[unit] - createdAt);
        }

        long[] creating = new long[1];
        int done = alone;
        for (int step = 1; step <= steps; step++) {
            int from = done;
            int until = (int) ((long) count * step / steps);
            if (from < until) {
                run.measure(openedAt -> {
                    lot.create(from, until);
                    creating[0] += System.nanoTime() - openedAt;
                });
                done = until;
            }
            Main.pause(Message.of("parked").with("units", until).with("managedBytes", collected()));
        }

        long wakingAt = System.nanoTime();
        lot.wake();
        long stoppingAt = System.nanoTime();
        lot.stop();
        long stoppedAt = System.nanoTime();
        recorder.flush();
        return Message.of("iterated")
            .with("createNanoseconds", creating[0])
            .with("wakeNanoseconds", stoppingAt - wakingAt)
            .with("stopNanoseconds", stoppedAt - stoppingAt)
            .with("notParkedOnce", ParkingLot.notOnce(lot.parked))
            .with("notWokenOnce", ParkingLot.notOnce(lot.woken));
    }

    // A virtual thread's frames lie on the heap while it is parked, and an interpreted frame takes three times what a compiled one does.
    private static void compileParking() throws InterruptedException {
        for (long begunAt = System.nanoTime(); System.nanoTime() - begunAt < COMPILING_NANOSECONDS; ) {
            ParkingLot lot = new ParkingLot(WARM_UP_UNITS, new UnitCounter());
            lot.create(0, WARM_UP_UNITS);
            lot.wake();
            lot.stop();
        }
    }

    // Else resident memory is as far as the heap has ever grown, and not what is on it.
    private static void giveBackWhatIsFree() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        machine.setVMOption("MinHeapFreeRatio", "0");
        machine.setVMOption("MaxHeapFreeRatio", "5");
    }

    // Collects, then says what the objects take. What is free is given back by a thread of the runtime's own, soon after.
    private static long collected() throws InterruptedException {
        System.gc();
        if (Threads.ARE_VIRTUAL) {
            Thread.sleep(GIVING_BACK_MILLISECONDS);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static final class ParkingLot {
        final long[] parkedAt;
        final AtomicIntegerArray parked;
        final AtomicIntegerArray woken;
        private final Thread[] threads;
        private final AtomicIntegerArray signals;
        private final UnitCounter units;
        private volatile CountDownLatch reports;
        private volatile boolean stopped;

        ParkingLot(int count, UnitCounter units) {
            this.units = units;
            threads = new Thread[count];
            parkedAt = new long[count];
            // Pages touched only as units come would be counted as the units' own.
            Arrays.fill(parkedAt, 1);
            parked = new AtomicIntegerArray(count);
            woken = new AtomicIntegerArray(count);
            signals = new AtomicIntegerArray(count);
        }

        // Creates some, and waits until they are parked.
        void create(int from, int until) throws InterruptedException {
            reports = new CountDownLatch(until - from);
            for (int i = from; i < until; i++) {
                int unit = i;
                threads[unit] = Threads.start(() -> park(unit));
            }
            reports.await();
        }

        // Wakes all, and waits until they have been awake.
        void wake() throws InterruptedException {
            reports = new CountDownLatch(threads.length);
            for (int unit = 0; unit < threads.length; unit++) {
                signals.set(unit, 1);
                LockSupport.unpark(threads[unit]);
            }
            reports.await();
        }

        void stop() throws InterruptedException {
            stopped = true;
            for (Thread thread : threads) {
                LockSupport.unpark(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private void park(int unit) {
            units.enter();
            parkedAt[unit] = System.nanoTime();
            parked.incrementAndGet(unit);
            reports.countDown();
            while (signals.get(unit) == 0) {
                LockSupport.park(this);
            }
            woken.incrementAndGet(unit);
            reports.countDown();
            while (!stopped) {
                LockSupport.park(this);
            }
            units.leave();
        }

        static long notOnce(AtomicIntegerArray times) {
            long count = 0;
            for (int unit = 0; unit < times.length(); unit++) {
                count += times.get(unit) == 1 ? 0 : 1;
            }
            return count;
        }
    }
}
