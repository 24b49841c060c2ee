using Akka.Actor;
using Bench.ShardedActors;
using Xunit;

namespace Bench.Tests.Cluster;

/// <summary>What is sent is what arrives.</summary>
public sealed class MessageSerializerTests
{
    [Fact]
    public async Task Requests_and_answers_come_back_as_they_were()
    {
        using var system = ActorSystem.Create("serializer");
        var serializer = new MessageSerializer((ExtendedActorSystem)system);

        Assert.All(
            new object[]
            {
                new ShardedActors.Request(Ask.Pay, long.MaxValue, int.MaxValue, 7, long.MinValue),
                new ShardedActors.Request(Ask.Wake, ~3, 3),
                new Answer(long.MinValue, 4, Answer.Dropped),
                new Answer(1, int.MaxValue, 2),
            },
            message =>
                Assert.Equal(
                    message,
                    serializer.FromBinary(serializer.ToBinary(message), serializer.Manifest(message))
                )
        );
        await system.Terminate();
    }
}
