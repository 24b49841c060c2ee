using Bench.Measurement.Hosting;

namespace Bench.ClusterLanes;

/// <summary>Pairs of which one plays in the client's process and the other is an entity in one of the nodes.</summary>
public abstract class Pingpong : Workloads.Pingpong
{
    private readonly ClusterWork _work;
    private CountdownEvent _playing = new(0);

    protected Pingpong() => _work = new(this);

    /// <summary>Processes that the replying sides are spread over.</summary>
    protected virtual int NodeCount => 2;

    /// <summary>Makes this process a client of the cluster.</summary>
    /// <param name="nodes">Where the nodes are.</param>
    protected abstract void Connect(IReadOnlyList<string> nodes);

    /// <summary>Makes every replying entity be there and begin anew.</summary>
    protected abstract void Activate();

    /// <summary>Plays a ball to a pair's entity; <see cref="Returned"/> is called when it comes back.</summary>
    protected abstract void Send(int pair, long ball);

    /// <summary>Leaves the cluster.</summary>
    protected abstract void Disconnect();

    /// <summary>A ball has come back: one at a time of a pair.</summary>
    protected void Returned(int pair, long ball)
    {
        var playsOn = Pingers[pair].TryPlayOn(ball, out var next);
        Send(pair, next);
        if (!playsOn)
        {
            _playing.Signal();
        }
    }

    protected override void Prepare()
    {
        base.Prepare();
        _work.Start(Parameters, NodeCount);
        _work.Guard(() => Connect(_work.Addresses));
    }

    protected sealed override void Open() =>
        _work.Guard(() =>
        {
            Activate();
            _work.Begin();
            for (var unit = 0; unit < 2 * Parameters.Pairs; unit++)
            {
                Units.Started();
            }
        });

    protected sealed override void Play()
    {
        _playing = new(Parameters.Pairs);
        for (var pair = 0; pair < Parameters.Pairs; pair++)
        {
            Send(pair, Pingers[pair].First);
        }

        _work.Guard(() => _work.WaitWhile(() => !_playing.IsSet));
    }

    protected sealed override void Close() =>
        _work.Guard(() =>
        {
            _work.Hear();
            for (var unit = 0; unit < 2 * Parameters.Pairs; unit++)
            {
                Units.Ended();
            }

            foreach (var row in _work.Books.SelectMany(book => book.Numbers("returned").Chunk(2)))
            {
                Replay((int)row[0], row[1]);
            }
        });

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        base.Check(findings);
        findings.ExpectEqual(
            0,
            _work.Books.Sum(book => book.Number("faults")),
            "balls that arrived wrong in a node"
        );
    }

    protected override void Dispose(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(0, _work.Stop(), "entities that did not end");
        Disconnect();
        _work.Finish();
    }

    // What an entity told of, on this side's own: the checks are then those of every model.
    private void Replay(int pair, long returned)
    {
        var ball = Pingers[pair].First;
        for (var trip = 0L; trip < returned; trip++, ball += 2)
        {
            Pongers[pair].TryReturn(ball, out _);
        }
    }
}
