import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.SynchronousQueue;

/** Two threads per pair, with a SynchronousQueue each way. */
final class Pingpong implements Workload {
    private static final long GAME_OVER = -1;
    private final int pairs;
    private final long playNanoseconds;
    private final boolean timed;

    Pingpong(Message parameters) {
        pairs = parameters.count("pairs");
        playNanoseconds = parameters.number("playMilliseconds") * 1_000_000;
        timed = parameters.flag("timed");
    }

    @Override
    public Message iterate(Iteration run) throws Exception {
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            all.add(new Pair((long) i << 40, run.units));
        }
        all.forEach(Pair::start);
        run.units.await(2L * pairs);
        run.measure(openedAt -> {
            for (Pair pair : all) {
                pair.startedAt = openedAt;
                pair.until = openedAt + playNanoseconds;
            }
            for (Pair pair : all) {
                pair.toPonger.put(pair.first);
            }
            for (Pair pair : all) {
                pair.pinger.join();
            }
        });
        for (Pair pair : all) {
            pair.ponger.join();
            pair.recorder.flush();
        }
        return Message.of("iterated")
            .with("played", all.stream().mapToLong(pair -> pair.played).toArray())
            .with("returned", all.stream().mapToLong(pair -> pair.returned).toArray())
            .with("faults", all.stream().mapToLong(pair -> pair.faultsOfPinger + pair.faultsOfPonger).sum());
    }

    private final class Pair {
        final long first;
        final UnitCounter units;
        final SynchronousQueue<Long> toPonger = new SynchronousQueue<>();
        final SynchronousQueue<Long> toPinger = new SynchronousQueue<>();
        final Thread pinger = Threads.of(this::ping);
        final Thread ponger = Threads.of(this::pong);
        final Latencies.Recorder recorder = new Latencies.Recorder();
        long startedAt;
        long until;
        long played;
        long returned;
        long faultsOfPinger;
        long faultsOfPonger;

        Pair(long first, UnitCounter units) {
            this.first = first;
            this.units = units;
        }

        void start() {
            ponger.start();
            pinger.start();
        }

        private void ping() {
            units.enter();
            try {
                long expected = first + 1;
                boolean goesOn;
                do {
                    faultsOfPinger += toPinger.take() == expected ? 0 : 1;
                    expected += 2;
                    played++;
                    goesOn = goesOn();
                    toPonger.put(goesOn ? expected - 1 : GAME_OVER);
                } while (goesOn);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                units.leave();
            }
        }

        private void pong() {
            units.enter();
            try {
                long expected = first;
                for (long ball = toPonger.take(); ball != GAME_OVER; ball = toPonger.take()) {
                    faultsOfPonger += ball == expected ? 0 : 1;
                    expected += 2;
                    returned++;
                    toPinger.put(ball + 1);
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                units.leave();
            }
        }

        // A trip starts when the one before it ends, so one clock reading serves both. Nobody is charged for handing a batch over.
        private boolean goesOn() {
            if (!timed) {
                return played % 64 != 0 || System.nanoTime() < until;
            }
            long endedAt = System.nanoTime();
            recorder.record(endedAt - startedAt);
            startedAt = endedAt;
            if (recorder.isFull()) {
                recorder.flush();
                startedAt = System.nanoTime();
            }
            return endedAt < until;
        }
    }
}
