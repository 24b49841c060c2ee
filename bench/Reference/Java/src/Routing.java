import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * A thread with a blocking queue for each unit of handlers. One that fails puts its number on the supervisor's queue, and the
 * supervisor starts another one to read on where it stopped.
 */
final class Routing implements Workload {
    private static final int CRASH = 1;
    private static final int HANG = 2;
    private static final int SETUP = 0;
    private static final int HANG_UP = 2;
    private static final int TOOK_OVER = 0;
    private static final int FAILED_ON = 1;
    private static final int HANDLED = 2;
    private static final int REFUSED = 3;
    private static final int NOBODY = -1;
    private static final long GRACE_SECONDS = 10;
    private static final Event END = new Event(-1, "0,0,0,0,0,0");
    private final Message parameters;
    private final List<Event> events = new ArrayList<>();
    private final int handlersPerUnit;
    private final int unitCount;
    private final int rounds;
    private final long hangLimit;
    private final CountDownLatch peer = new CountDownLatch(1);

    Routing(Message parameters) {
        this.parameters = parameters;
        handlersPerUnit = parameters.count("handlersPerUnit");
        unitCount = (parameters.count("handlers") + handlersPerUnit - 1) / handlersPerUnit;
        rounds = parameters.count("workRounds");
        hangLimit = parameters.number("hangLimitMilliseconds");
        for (String text : parameters.text("events").split(" ")) {
            events.add(new Event(events.size(), text));
        }
    }

    @Override
    public Message iterate(Iteration run) throws Exception {
        Schedule schedule = new Schedule(parameters);
        CountDownLatch settled = new CountDownLatch(events.size());
        BlockingQueue<Integer> failed = new LinkedBlockingQueue<>();
        List<Unit> all = new ArrayList<>();
        for (int number = 0; number < unitCount; number++) {
            all.add(new Unit(number, schedule.origin(), run.units, settled, failed));
        }
        Thread supervisor = Threads.start(() -> supervise(all, failed, run.units));
        schedule.run(
            run,
            events.stream().mapToLong(event -> event.offset).toArray(),
            index -> all.get(events.get(index).handler / handlersPerUnit).events.add(events.get(index))
        );
        settled.await(GRACE_SECONDS, TimeUnit.SECONDS);
        all.forEach(unit -> unit.events.add(END));
        failed.add(NOBODY);
        supervisor.join();

        StringJoiner completed = new StringJoiner(" ");
        LongStream.Builder log = LongStream.builder();
        for (Unit unit : all) {
            unit.log.forEach(log::add);
            unit.completed.forEach(completed::add);
        }
        Message told = Message.of("iterated").with("log", log.build().toArray()).with("completed", completed);
        schedule.tell(told);
        return told;
    }

    private static void supervise(List<Unit> all, BlockingQueue<Integer> failed, UnitCounter units) {
        units.enter();
        try {
            Thread[] serving = new Thread[all.size()];
            for (Unit unit : all) {
                serving[unit.number] = unit.start(0);
            }
            for (int number = failed.take(); number != NOBODY; number = failed.take()) {
                serving[number] = all.get(number).start(1);
            }
            for (Thread thread : serving) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            units.leave();
        }
    }

    private static final class Event {
        private final int number;
        private final long offset;
        private final int call;
        private final int handler;
        private final int kind;
        private final long value;
        private final int fault;

        Event(int number, String text) {
            String[] fields = text.split(",");
            this.number = number;
            offset = Long.parseLong(fields[0]);
            call = Integer.parseInt(fields[1]);
            handler = Integer.parseInt(fields[2]);
            kind = Integer.parseInt(fields[3]);
            value = Long.parseUnsignedLong(fields[4]);
            fault = Integer.parseInt(fields[5]);
        }
    }

    private static final class HandlerCrash extends RuntimeException {
        private static final long serialVersionUID = 1;

        HandlerCrash(Event event) {
            super("event " + event.number + " crashes its handler");
        }
    }

    private final class Unit {
        private final int number;
        private final long origin;
        private final UnitCounter units;
        private final CountDownLatch settled;
        private final BlockingQueue<Integer> failed;
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private final List<Long> log = new ArrayList<>();
        private final List<String> completed = new ArrayList<>();

        Unit(int number, long origin, UnitCounter units, CountDownLatch settled, BlockingQueue<Integer> failed) {
            this.number = number;
            this.origin = origin;
            this.units = units;
            this.settled = settled;
            this.failed = failed;
        }

        // The event that the one before it failed on has ended when the next takes over.
        Thread start(int abandoned) {
            return Threads.start(() -> serve(abandoned));
        }

        private void serve(int abandoned) {
            units.enter();
            try {
                note(TOOK_OVER, NOBODY);
                for (int i = 0; i < abandoned; i++) {
                    settled.countDown();
                }
                Map<Integer, Long> calls = new HashMap<>();
                for (Event event = events.take(); event != END; event = events.take()) {
                    if (event.fault != 0) {
                        note(FAILED_ON, event.number);
                    }
                    if (event.fault == HANG && !peer.await(hangLimit, TimeUnit.MILLISECONDS)) {
                        failed.add(number);
                        return;
                    }
                    handle(event, calls);
                    settled.countDown();
                }
            } catch (HandlerCrash crash) {
                failed.add(number);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                units.leave();
            }
        }

        private void handle(Event event, Map<Integer, Long> calls) {
            if (event.fault == CRASH) {
                throw new HandlerCrash(event);
            }
            Long known = calls.get(event.call);
            if (event.kind != SETUP && known == null) {
                note(REFUSED, event.number);
                return;
            }
            long state = Pipeline.work(SplitMix.mix((known == null ? 0 : known) ^ event.value), rounds);
            if (event.kind == HANG_UP) {
                calls.remove(event.call);
                completed.add(event.call + ":" + Long.toUnsignedString(state));
            } else {
                calls.put(event.call, state);
            }
            note(HANDLED, event.number);
        }

        private void note(int what, int event) {
            log.add((long) what);
            log.add((long) number);
            log.add((long) event);
            log.add(System.nanoTime() - origin);
        }
    }
}
