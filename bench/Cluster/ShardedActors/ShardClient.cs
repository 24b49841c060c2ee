using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Hosting;
using Akka.Hosting;
using Bench.Measurement.Hosting;
using Bench.Results;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bench.ShardedActors;

/// <summary>A member of the cluster that keeps no entity: it knows in which node each is, and sends requests there.</summary>
internal sealed class ShardClient
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly IHost _host;
    private readonly IActorRef _region;
    private readonly IActorRef _answers;
    private CountdownEvent? _asleep;

    private ShardClient(IHost host, Action<Answer> heard)
    {
        _host = host;
        _region = host.Services.GetRequiredService<ActorRegistry>().Get<ShardClient>();
        _answers = System.ActorOf(Props.Create(() => new Listener(this, heard)));
    }

    private ActorSystem System => _host.Services.GetRequiredService<ActorSystem>();

    /// <summary>Joins the cluster.</summary>
    /// <param name="nodes">Where the nodes are.</param>
    /// <param name="workload">Id of the workload.</param>
    /// <param name="heard">Told of each answer, one at a time.</param>
    /// <exception cref="LaneFailureException">It does not become a member.</exception>
    public static ShardClient Join(IReadOnlyList<string> nodes, string workload, Action<Answer> heard)
    {
        var started = ShardSystem
            .StartAsync(
                NodeSite.ClientAddress,
                ShardSystem.ClientRole,
                builder =>
                    builder.WithShardRegionProxy<ShardClient>(workload, ShardSystem.NodeRole, new ByEntity())
            )
            .GetAwaiter()
            .GetResult();
        var client = new ShardClient(started, heard);
        try
        {
            Cluster.Get(client.System).JoinAsync(nodes, s_patience).GetAwaiter().GetResult();
            return client;
        }
        catch (TimeoutException error)
        {
            client.Leave();
            throw new LaneFailureException(SampleStatus.Crashed, $"client: {error.Message}");
        }
    }

    /// <summary>Asks an entity; the answer is heard later.</summary>
    public void Ask(Request request) => _region.Tell(request, _answers);

    /// <summary>Makes the entities 0 … <paramref name="count"/> − 1 be there.</summary>
    /// <exception cref="LaneFailureException">One does not answer.</exception>
    public void Wake(int count)
    {
        using var asleep = _asleep = new CountdownEvent(count);
        for (var entity = 0; entity < count; entity++)
        {
            Ask(new(Bench.ShardedActors.Ask.Wake, ~entity, entity));
        }

        if (!asleep.Wait(s_patience))
        {
            throw new LaneFailureException(
                SampleStatus.Crashed,
                $"client: {asleep.CurrentCount} of {count} entities were not there after {s_patience.TotalSeconds:0} s"
            );
        }
    }

    /// <summary>Ends the client.</summary>
    public void Leave()
    {
        System.Terminate().Wait(s_patience);
        _host.Dispose();
    }

    private sealed class Listener(ShardClient client, Action<Answer> heard) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var answer = (Answer)message;
            if (answer.Number < 0)
            {
                client._asleep?.Signal();
            }
            else
            {
                heard(answer);
            }
        }
    }
}
