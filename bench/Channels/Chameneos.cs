using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A worker owns the mall and reads who comes from one channel; a worker per creature and game reads whom it has met from
/// a channel of its own.
/// </summary>
public class Chameneos : Workloads.Chameneos
{
    private static readonly UnboundedChannelOptions OneToOne = new()
    {
        SingleReader = true,
        SingleWriter = true,
    };

    private Channel<MallVisit> _visits = null!;
    private Channel<MallMeeting?>[] _answers = [];
    private Task _mall = Task.CompletedTask;

    protected override void Open()
    {
        _visits = Channel.CreateUnbounded<MallVisit>(new() { SingleReader = true });
        _answers = [.. Creatures.Select(_ => Channel.CreateUnbounded<MallMeeting?>(OneToOne))];
        _mall = Task.Run(OwnMallAsync);
    }

    protected override void Play() =>
        Task.WaitAll(Creatures.Select(creature => Task.Run(() => LiveAsync(creature))));

    protected override void Close()
    {
        _visits.Writer.Complete();
        _mall.Wait();
    }

    private async Task OwnMallAsync()
    {
        using var unit = Units.Enter();
        await foreach (var visit in _visits.Reader.ReadAllAsync())
        {
            switch (Mall.Arrive(visit, out var meeting))
            {
                case MallAnswer.Meets:
                    _answers[meeting.First.Creature].Writer.TryWrite(meeting);
                    _answers[meeting.Second.Creature].Writer.TryWrite(meeting);
                    break;
                case MallAnswer.IsClosed:
                    _answers[visit.Creature].Writer.TryWrite(null);
                    break;
                default:
                    break;
            }
        }
    }

    private async Task LiveAsync(Creature creature)
    {
        using var unit = Units.Enter();
        var answers = _answers[creature.Id].Reader;
        _visits.Writer.TryWrite(creature.Visit);
        while (await answers.ReadAsync() is { } meeting)
        {
            creature.Meet(meeting);
            _visits.Writer.TryWrite(creature.Visit);
        }

        creature.Fade();
    }
}
