using System.Threading.Tasks.Dataflow;

namespace Bench.Dataflow;

/// <summary>Two blocks per pair, each posting to the other; whoever sees the end completes itself.</summary>
public class Pingpong : Workloads.Pingpong
{
    private static readonly ExecutionDataflowBlockOptions OneProducer = new()
    {
        SingleProducerConstrained = true,
    };

    private ActionBlock<long>[] _pingers = [];
    private ActionBlock<long>[] _pongers = [];
    private Task _played = Task.CompletedTask;
    private Task _returned = Task.CompletedTask;

    protected override void Open()
    {
        var pairs = Enumerable.Range(0, Parameters.Pairs).ToArray();
        _pongers = Array.ConvertAll(
            pairs,
            pair => new ActionBlock<long>(ball => Pong(pair, ball), OneProducer)
        );
        _pingers = Array.ConvertAll(
            pairs,
            pair => new ActionBlock<long>(ball => Ping(pair, ball), OneProducer)
        );
        _returned = Units.CountAsync(_pongers);
        _played = Units.CountAsync(_pingers);
    }

    protected override void Play()
    {
        for (var pair = 0; pair < Parameters.Pairs; pair++)
        {
            _pongers[pair].Post(Pingers[pair].First);
        }

        _played.Wait();
    }

    protected override void Close() => _returned.Wait();

    private void Ping(int pair, long ball)
    {
        var playOn = Pingers[pair].TryPlayOn(ball, out var next);
        _pongers[pair].Post(next);
        if (!playOn)
        {
            _pingers[pair].Complete();
        }
    }

    private void Pong(int pair, long ball)
    {
        if (Pongers[pair].TryReturn(ball, out var reply))
        {
            _pingers[pair].Post(reply);
        }
        else
        {
            _pongers[pair].Complete();
        }
    }
}
