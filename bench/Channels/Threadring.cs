using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>A worker per member, with a channel to each from the one before it.</summary>
public class Threadring : Workloads.Threadring
{
    private static readonly UnboundedChannelOptions OneToOne = new()
    {
        SingleReader = true,
        SingleWriter = true,
    };

    private Channel<RingToken>[] _tokens = [];
    private Task[] _workers = [];

    protected override void Open()
    {
        var members = Enumerable.Range(0, Members.Count).ToArray();
        _tokens = Array.ConvertAll(members, _ => Channel.CreateUnbounded<RingToken>(OneToOne));
        _workers = Array.ConvertAll(members, member => Task.Run(() => PassOnAsync(member)));
    }

    // Between games nobody else writes.
    protected override void Play()
    {
        _tokens[0].Writer.TryWrite(First);
        AwaitLastHop();
    }

    protected override void Close()
    {
        Array.ForEach(_tokens, channel => channel.Writer.Complete());
        Task.WaitAll(_workers);
    }

    private async Task PassOnAsync(int member)
    {
        using var unit = Units.Enter();
        var next = _tokens[(member + 1) % _tokens.Length].Writer;
        await foreach (var token in _tokens[member].Reader.ReadAllAsync())
        {
            if (Members[member].TryPassOn(token, out var passed))
            {
                next.TryWrite(passed);
            }
        }
    }
}
