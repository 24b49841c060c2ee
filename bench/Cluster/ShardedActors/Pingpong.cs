using Akka.Actor;
using Bench.ClusterLanes;
using Bench.Workloads;

namespace Bench.ShardedActors;

/// <summary>An entity per pair plays the ball back from one of the nodes; its partner is in the client's process.</summary>
public class Pingpong : ClusterLanes.Pingpong
{
    private ShardClient _client = null!;

    protected override void Connect(IReadOnlyList<string> nodes) =>
        _client = ShardClient.Join(nodes, Facts.Id, answer => Returned(answer.Outcome, answer.Number));

    protected override void Activate() => _client.Wake(Parameters.Pairs);

    protected override void Send(int pair, long ball) => _client.Ask(new(Ask.Return, ball, pair));

    protected override void Disconnect() => _client.Leave();

    [Entity<PingpongWork>("pingpong")]
    private sealed class Replier(int pair, PingpongWork work) : UntypedActor
    {
        private Ponger _ponger = work.Open(pair);

        protected override void PreStart() => work.Units.Started();

        protected override void PostStop() => work.Units.Ended();

        protected override void OnReceive(object message)
        {
            var request = (Request)message;
            if (request.Ask == Ask.Wake)
            {
                _ponger = work.Open(pair);
                Sender.Tell(new Answer(request.Number, work.Setup.Index));
            }
            else if (_ponger.TryReturn(request.Number, out var reply))
            {
                work.Handled();
                Sender.Tell(new Answer(reply, work.Setup.Index, pair));
            }
        }
    }
}
