using Proto;

namespace Bench.ProtoActor;

/// <summary>The actor system that all lanes of this model use, configured in one place.</summary>
internal static class ActorHost
{
    /// <summary>Starts a system; a lane does so in Prepare, outside the measured window.</summary>
    public static ActorSystem Start() => new(ActorSystemConfig.Setup().WithDeadLetterRequestLogging(false));

    /// <summary>Stops actors and all below them, and waits for them. A system that shuts down does not: it only stops delivering.</summary>
    public static void Stop(this ActorSystem system, params IEnumerable<PID> actors) =>
        Task.WaitAll(actors.Select(system.Root.StopAsync));

    /// <summary>Ends the system; its actors have been stopped before.</summary>
    public static void ShutDown(this ActorSystem system) => system.ShutdownAsync().Wait();
}
