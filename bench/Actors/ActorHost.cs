using Akka.Actor;

namespace Bench.Actors;

/// <summary>The actor system that all lanes of this model use, configured in one place.</summary>
internal static class ActorHost
{
    private const string Quiet = """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        """;

    /// <summary>Starts a system; a lane does so in Prepare, outside the measured window.</summary>
    public static ActorSystem Start() => ActorSystem.Create("bench", Quiet);

    /// <summary>Stops every actor and waits for them.</summary>
    public static void Stop(this ActorSystem system) => system.Terminate().Wait();
}
