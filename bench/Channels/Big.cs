using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>A worker per unit, with a channel to it that all others write to.</summary>
public class Big : Workloads.Big
{
    private Channel<BigMessage>[] _messages = [];
    private Task[] _workers = [];

    protected override void Open()
    {
        var units = Enumerable.Range(0, Peers.Count).ToArray();
        _messages = Array.ConvertAll(
            units,
            _ => Channel.CreateUnbounded<BigMessage>(new() { SingleReader = true })
        );
        _workers = Array.ConvertAll(units, unit => Task.Run(() => AnswerAsync(unit)));
    }

    protected override void Play()
    {
        for (var unit = 0; unit < Peers.Count; unit++)
        {
            _messages[unit].Writer.TryWrite(BeginOf(unit));
        }

        AwaitPongs();
    }

    protected override void Close()
    {
        Array.ForEach(_messages, channel => channel.Writer.Complete());
        Task.WaitAll(_workers);
    }

    private async Task AnswerAsync(int index)
    {
        using var unit = Units.Enter();
        await foreach (var message in _messages[index].Reader.ReadAllAsync())
        {
            if (Peers[index].TryAnswer(message, out var answer))
            {
                _messages[answer.To].Writer.TryWrite(answer);
            }
        }
    }
}
