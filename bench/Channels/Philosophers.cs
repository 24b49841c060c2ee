using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A worker per philosopher and one for the arbitrator. Philosophers write to the arbitrator's channel when they are hungry
/// and when they put their forks back; it writes to a philosopher's channel when that may eat.
/// </summary>
public class Philosophers : Workloads.Philosophers
{
    private static readonly UnboundedChannelOptions OneToOne = new()
    {
        SingleReader = true,
        SingleWriter = true,
    };

    protected override void Dine() => Task.Run(DineAsync).Wait();

    private async Task DineAsync()
    {
        var requests = Channel.CreateUnbounded<Request>(new() { SingleReader = true });
        var mayEat = Diners.Select(_ => Channel.CreateUnbounded<bool>(OneToOne)).ToArray();
        var arbitrator = Task.Run(() => ArbitrateAsync(requests.Reader, mayEat));
        await Task.WhenAll(
            Diners.Select(diner =>
                Task.Run(() => LiveAsync(diner, requests.Writer, mayEat[diner.Seat].Reader))
            )
        );
        requests.Writer.Complete();
        await arbitrator;
    }

    private async Task LiveAsync(
        Philosopher diner,
        ChannelWriter<Request> requests,
        ChannelReader<bool> mayEat
    )
    {
        using var unit = Units.Enter();
        while (diner.IsHungry)
        {
            requests.TryWrite(new(diner.Seat, IsHungry: true));
            await mayEat.ReadAsync();
            diner.Eat();
            requests.TryWrite(new(diner.Seat, IsHungry: false));
        }
    }

    private async Task ArbitrateAsync(ChannelReader<Request> requests, Channel<bool>[] mayEat)
    {
        using var unit = Units.Enter();
        var arbitrator = new Arbitrator(Diners.Count, Serve);
        await foreach (var (seat, isHungry) in requests.ReadAllAsync())
        {
            if (!isHungry)
            {
                arbitrator.PutBack(seat);
            }
            else if (arbitrator.TryServe(seat))
            {
                Serve(seat);
            }
        }

        void Serve(int seat) => mayEat[seat].Writer.TryWrite(true);
    }

    private readonly record struct Request(int Seat, bool IsHungry);
}
