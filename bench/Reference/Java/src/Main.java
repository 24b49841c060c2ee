import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.SynchronousQueue;

/** Speaks the protocol of bench/docs/reference-protocol.md; each workload is a class named as its id with a capital, beside this one. */
public final class Main {
    private static final int SCHEMA = 1;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final SynchronousQueue<Message> QUESTIONS = new SynchronousQueue<>();

    public static void main(String[] arguments) throws Exception {
        say(Message.of("hello").with("schema", SCHEMA).with("runtime", System.getProperty("java.version")));
        Thread listener = new Thread(Main::listen, "listener");
        listener.setDaemon(true);
        listener.start();
        try {
            serve();
        } catch (Exception error) {
            say(Message.of("error").with("message", error.toString()));
            System.exit(1);
        }
    }

    private static void serve() throws Exception {
        Message parameters = heard();
        Workload work = create(parameters);
        say(Message.of("ready"));
        Window window = new Window();
        while (true) {
            Message question = heard();
            if (question.text("type").equals("iterate")) {
                boolean measured = question.flag("measured");
                Iteration run = new Iteration(measured, window);
                Latencies.reset(!measured);
                Message counted = work.iterate(run);
                Latencies.reset(!measured);
                run.units.tell(counted);
                say(counted);
            } else if (question.text("type").equals("report")) {
                Message sample = Message.of("sample");
                Latencies.tell(sample);
                window.tell(sample);
                say(sample);
            } else {
                throw new IllegalStateException("no question " + question.text("type"));
            }
        }
    }

    private static Workload create(Message parameters) throws ReflectiveOperationException {
        String id = parameters.text("workload");
        String name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
        return (Workload) Class.forName(name).getDeclaredConstructor(Message.class).newInstance(parameters);
    }

    // Ends the process when its input ends: whoever asked has gone.
    private static void listen() {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                QUESTIONS.put(Message.parse(line));
            }
        } catch (IOException | InterruptedException error) {
            System.err.println(error);
        }
        Runtime.getRuntime().halt(0);
    }

    static Message heard() throws InterruptedException {
        return QUESTIONS.take();
    }

    static void say(Message message) {
        OUT.println(message.toJson());
    }

    /** Tells something and waits for the word to go on. */
    static void pause(Message message) throws InterruptedException {
        say(message);
        if (!heard().text("type").equals("go")) {
            throw new IllegalStateException("expected to go on");
        }
    }
}
