using Akka.Actor;

namespace Bench.Floors;

/// <summary>The actor system of Akka.NET's own benchmarks: the configuration that the library comes with, but silent.</summary>
internal static class PublicSystem
{
    private const string Configuration = """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        """;

    public static ActorSystem Start() => ActorSystem.Create("system", Configuration);

    public static void Stop(this ActorSystem system) => system.Terminate().Wait();
}
