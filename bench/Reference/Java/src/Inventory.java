import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A fixed pool of threads that take requests from one blocking queue and lock the product; where threads are virtual each request has
 * one of its own, and a semaphore limits those in work.
 */
final class Inventory implements Workload {
    static final int FOUND = 0;
    static final int GRANTED = 1;
    static final int SOLD_OUT = 2;
    private final Message parameters;
    private final long seed;
    private final long backendMilliseconds;
    private final AtomicInteger inWork = new AtomicInteger();
    private final AtomicInteger mostInWork = new AtomicInteger();

    Inventory(Message parameters) {
        this.parameters = parameters;
        seed = parameters.seed();
        backendMilliseconds = parameters.number("backendMilliseconds");
    }

    @Override
    public Message iterate(Iteration run) throws Exception {
        int stock = parameters.count("stockPerProduct");
        Product[] products = Stream.generate(() -> new Product(stock)).limit(parameters.number("products")).toArray(Product[]::new);
        Service service = Threads.ARE_VIRTUAL ? new PerRequest(products, run.units) : new Pool(products, run.units);
        int reservationPercent = parameters.count("reservationPercent");
        Load load = new Load(
            parameters,
            number -> new Request(seed, number, products.length, reservationPercent),
            service::admits
        );
        load.run(run);
        service.close();
        return load.told()
            .with("mostInWork", mostInWork.get())
            .with("left", Stream.of(products).mapToLong(product -> product.left).toArray())
            .with("books", Stream.of(products).flatMap(product -> product.books.stream()).flatMapToLong(Request::booked).toArray());
    }

    private void handle(Load.Call call, Product[] products) throws InterruptedException {
        if (call.isCancelled()) {
            call.abandon();
            return;
        }
        callBackend();
        Product product = products[call.request.product];
        int reply;
        synchronized (product) {
            reply = product.apply(call.request);
        }
        call.complete(reply);
    }

    private void callBackend() throws InterruptedException {
        mostInWork.accumulateAndGet(inWork.incrementAndGet(), Math::max);
        Thread.sleep(backendMilliseconds);
        inWork.decrementAndGet();
    }

    private interface Service {
        boolean admits(Load.Call call);

        void close() throws InterruptedException;
    }

    private final class Pool implements Service {
        private final BlockingQueue<Load.Call> requests = new ArrayBlockingQueue<>(parameters.count("queueBound"));
        private final List<Thread> threads = new ArrayList<>();

        Pool(Product[] products, UnitCounter units) {
            for (int i = 0; i < parameters.number("concurrencyLimit"); i++) {
                threads.add(Threads.of(() -> serve(products, units)));
            }
            threads.forEach(Thread::start);
        }

        @Override
        public boolean admits(Load.Call call) {
            return requests.offer(call);
        }

        @Override
        public void close() throws InterruptedException {
            for (int i = 0; i < threads.size(); i++) {
                requests.put(Load.END);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private void serve(Product[] products, UnitCounter units) {
            units.enter();
            try {
                for (Load.Call call = requests.take(); call != Load.END; call = requests.take()) {
                    handle(call, products);
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                units.leave();
            }
        }
    }

    private final class PerRequest implements Service {
        private final int queueBound = parameters.count("queueBound");
        private final Semaphore limit = new Semaphore(parameters.count("concurrencyLimit"), true);
        private final Semaphore ended = new Semaphore(0);
        private final AtomicInteger waiting = new AtomicInteger();
        private final Product[] products;
        private final UnitCounter units;
        private int admitted;

        PerRequest(Product[] products, UnitCounter units) {
            this.products = products;
            this.units = units;
        }

        @Override
        public boolean admits(Load.Call call) {
            if (waiting.get() >= queueBound) {
                return false;
            }
            waiting.incrementAndGet();
            admitted++;
            Threads.start(() -> serve(call));
            return true;
        }

        @Override
        public void close() throws InterruptedException {
            ended.acquire(admitted);
        }

        private void serve(Load.Call call) {
            units.enter();
            try {
                limit.acquire();
                waiting.decrementAndGet();
                handle(call, products);
                limit.release();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                units.leave();
                ended.release();
            }
        }
    }

    static final class Request {
        final long number;
        final int product;
        final boolean reserves;
        final int quantity;

        Request(long seed, long number, int products, int reservationPercent) {
            SplitMix random = SplitMix.of(seed, number);
            this.number = number;
            product = random.below(products);
            reserves = random.below(100) < reservationPercent;
            quantity = 1 + random.below(3);
        }

        LongStream booked() {
            return LongStream.of(number, product, quantity);
        }
    }

    private static final class Product {
        private final List<Request> books = new ArrayList<>();
        private int left;

        Product(int stock) {
            left = stock;
        }

        int apply(Request request) {
            if (!request.reserves) {
                return FOUND;
            }
            if (left < request.quantity) {
                return SOLD_OUT;
            }
            left -= request.quantity;
            books.add(request);
            return GRANTED;
        }
    }
}
