using Akka.Actor;

namespace Bench.Actors;

/// <summary>The actor system that all lanes of this model use, configured in one place.</summary>
internal static class ActorHost
{
    // One thread per processor with a common queue. On the default dispatcher an actor's message goes to the
    // ThreadPool's local queue, where the newest is taken first: two busy actors keep others waiting without end.
    private const string Configuration = """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.actor.default-dispatcher.executor = fork-join-executor
        akka.actor.default-dispatcher.fork-join-executor.parallelism-min = 1
        """;

    /// <summary>For lanes whose messages take long: a mailbox gives its thread back after each instead of after thirty.</summary>
    public const string OneMessageAtATime = "akka.actor.default-dispatcher.throughput = 1";

    /// <summary>
    /// Akka.NET's default, actors on the ThreadPool. For lanes whose callers are tasks that await each answer, since every answer would
    /// else cross from one pool of threads to the other and wake somebody there; and where nobody else is to be kept waiting.
    /// </summary>
    public const string OnThePool = "akka.actor.default-dispatcher.executor = default-executor";

    /// <summary>Starts a system; a lane does so in Prepare, outside the measured window.</summary>
    /// <param name="more">Settings beside those of all lanes.</param>
    public static ActorSystem Start(string more = "") =>
        ActorSystem.Create("bench", $"{Configuration}\n{more}");

    /// <summary>Stops every actor and waits for them.</summary>
    public static void Stop(this ActorSystem system) => system.Terminate().Wait();
}
