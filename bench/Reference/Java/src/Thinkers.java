import java.util.PriorityQueue;

/** Users who think before each call: entries of a queue, not threads. One beyond the present number stays away until there are more. */
final class Thinkers {
    private final PriorityQueue<Thinker> queue = new PriorityQueue<>();
    private final SplitMix random;
    private final double mean;
    private final int users;
    private final int spike;
    private final long spikeFrom;
    private final long spikeEnd;
    private long origin;

    Thinkers(Message parameters) {
        random = new SplitMix(parameters.seed());
        mean = parameters.number("thinkMilliseconds") * 1e6;
        users = parameters.count("users");
        spike = parameters.count("spikeUsers");
        long warmUp = parameters.number("warmUpMilliseconds") * 1_000_000;
        long measured = parameters.number("measuredMilliseconds") * 1_000_000;
        spikeFrom = warmUp + measured / 3;
        spikeEnd = warmUp + measured * 2 / 3;
    }

    void begin(long origin) {
        this.origin = origin;
        for (int user = 0; user < Math.max(users, spike); user++) {
            think(user, origin);
        }
    }

    long nextAt() {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().at;
    }

    int take() {
        return queue.remove().user;
    }

    void think(int user, long from) {
        long due = from + (long) random.exponential(mean);
        long offset = due - origin;
        if (usersAt(offset) > user) {
            queue.add(new Thinker(due, user));
        } else if (spike > user && spikeFrom > offset) {
            think(user, origin + spikeFrom);
        } else if (spike != 0 && users > user && spikeEnd > offset) {
            think(user, origin + spikeEnd);
        }
    }

    private int usersAt(long offset) {
        return spike != 0 && offset >= spikeFrom && offset < spikeEnd ? spike : users;
    }

    private static final class Thinker implements Comparable<Thinker> {
        private final long at;
        private final int user;

        Thinker(long at, int user) {
            this.at = at;
            this.user = user;
        }

        @Override
        public int compareTo(Thinker other) {
            return Long.compare(at, other.at);
        }
    }
}
