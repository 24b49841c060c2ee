import java.util.Arrays;
import java.util.List;

/** What became of the bursts, item by item. */
final class HandoffTally {
    private final Handoff of;
    private final int[] times;
    private final int[] last;
    private final long[] offered;
    private final long[] taken;
    private int bursts;
    private int count;
    private long most;
    private long distinct;
    private long numberSum;
    private long twice;
    private long strangers;
    private long overtaken;
    private long nanoseconds;

    HandoffTally(Handoff of) {
        this.of = of;
        times = new int[of.burstItems];
        last = new int[of.producers];
        offered = new long[of.burstItems];
        taken = new long[of.burstItems];
    }

    int bursts() {
        return bursts;
    }

    void add(List<Handoff.Consumer> consumers, long begunAt, long doneAt) {
        Arrays.fill(times, 0);
        count = 0;
        long endedAt = begunAt;
        for (Handoff.Consumer consumer : consumers) {
            Arrays.fill(last, 0);
            for (int i = 0; i < consumer.count; i++) {
                take(consumer.took[i], consumer.tookAt[i]);
                endedAt = Math.max(endedAt, consumer.tookAt[i]);
            }
            consumer.count = 0;
        }
        for (int each : times) {
            distinct += each > 0 ? 1 : 0;
            twice += each > 1 ? 1 : 0;
        }
        if (of.isTimed()) {
            findMost();
        } else {
            endedAt = doneAt;
        }
        nanoseconds += endedAt - begunAt;
        bursts++;
    }

    private void take(Handoff.Item item, long takenAt) {
        int share = of.firstOf(item.producer + 1) - of.firstOf(item.producer);
        if (item.burst != bursts || item.number < 0 || item.number >= share || count == of.burstItems) {
            strangers++;
            return;
        }
        overtaken += item.number < last[item.producer] ? 1 : 0;
        last[item.producer] = item.number;
        times[of.firstOf(item.producer) + item.number]++;
        numberSum += item.number;
        offered[count] = item.offeredAt;
        taken[count++] = takenAt;
    }

    // Most items that had been offered and not yet taken; one taken makes room for one offered at that time.
    private void findMost() {
        Arrays.sort(offered, 0, count);
        Arrays.sort(taken, 0, count);
        int gone = 0;
        for (int come = 0; come < count; come++) {
            while (gone < count && taken[gone] <= offered[come]) {
                gone++;
            }
            most = Math.max(most, come + 1L - gone);
        }
    }

    Message told() {
        return Message.of("iterated")
            .with("bursts", bursts)
            .with("distinct", distinct)
            .with("numberSum", numberSum)
            .with("twice", twice)
            .with("strangers", strangers)
            .with("overtaken", overtaken)
            .with("mostUnderWay", most)
            .with("burstNanoseconds", nanoseconds);
    }
}
