using Akka.Actor;
using Bench.ClusterLanes;

namespace Bench.ShardedActors;

/// <summary>Numbered writes to entities that keep the numbers in memory: what a fault takes from them is gone.</summary>
internal sealed class Writes : ClusterLanes.Writes
{
    private ShardClient? _client;

    public override void Send(long number, int key) => _client!.Ask(new(Ask.Write, number, key));

    protected override void Connect(IReadOnlyList<string> nodes) =>
        _client = ShardClient.Join(nodes, Id, answer => Acknowledged(answer.Number, answer.Node));

    protected override void Activate(int keys) => _client!.Wake(keys);

    protected override void Dispose(bool disposing)
    {
        _client?.Leave();
        base.Dispose(disposing);
    }

    [Entity<WritesWork>(Id)]
    private sealed class Ledger : UntypedActor
    {
        private readonly int _key;
        private readonly WritesWork _work;
        private readonly HashSet<long> _numbers;

        public Ledger(int key, WritesWork work)
        {
            (_key, _work) = (key, work);
            _numbers = work.Open(key);
        }

        protected override void PreStart() => _work.Units.Started();

        protected override void PostStop()
        {
            _work.Close(_key, _numbers);
            _work.Units.Ended();
        }

        protected override void OnReceive(object message)
        {
            var request = (Request)message;
            if (request.Ask == Ask.Write)
            {
                _numbers.Add(request.Number);
                _work.Handled();
            }

            Sender.Tell(new Answer(request.Number, _work.Setup.Index));
        }
    }
}
