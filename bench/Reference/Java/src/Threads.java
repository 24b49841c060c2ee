import java.util.concurrent.ThreadFactory;

/** How units become threads: of the platform, or virtual ones with {@code -Dthreads=virtual}, which came with JDK 21. */
final class Threads {
    static final boolean ARE_VIRTUAL = "virtual".equals(System.getProperty("threads"));
    private static final ThreadFactory FACTORY = ARE_VIRTUAL ? virtual() : Thread::new;

    private Threads() {}

    /** A thread that has not been started. */
    static Thread of(Runnable work) {
        return FACTORY.newThread(work);
    }

    static Thread start(Runnable work) {
        Thread thread = of(work);
        thread.start();
        return thread;
    }

    // Thread.ofVirtual().factory(), for sources that JDK 17 compiles, too; threads are then made without reflection.
    private static ThreadFactory virtual() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("this runtime has no virtual threads", missing);
        }
    }
}
