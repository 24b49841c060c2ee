import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** What the runtime tells of itself over all measured windows. */
final class Window {
    private long collections;
    private long milliseconds;
    private long heap;

    void open(boolean measured) {
        if (measured) {
            add(-1);
        }
    }

    void close(boolean measured) {
        if (measured) {
            add(1);
            heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }

    void tell(Message message) {
        message.with("heapBytes", heap)
            .with("minorCollections", collections)
            .with("pauseNanoseconds", milliseconds * 1_000_000);
    }

    private void add(int sign) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections += sign * collector.getCollectionCount();
            milliseconds += sign * collector.getCollectionTime();
        }
    }
}
