using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// A block per philosopher and one for the arbitrator. Philosophers post to the arbitrator when they are hungry and when they put their
/// forks back; it posts to a philosopher that may eat.
/// </summary>
public class Philosophers : Workloads.Philosophers
{
    protected override void Dine()
    {
        ActionBlock<bool>[] diners = [];
        var arbitrator = new Arbitrator(Diners.Count, Serve);
        var requests = new ActionBlock<Request>(Arbitrate);
        diners = [.. Diners.Select(diner => NewDiner(diner, requests))];
        var arbitrated = Units.CountAsync(requests);
        var eaten = Units.CountAsync(diners);
        for (var seat = 0; seat < diners.Length; seat++)
        {
            requests.Post(new(seat, IsHungry: true));
        }

        eaten.Wait();
        requests.Complete();
        arbitrated.Wait();

        void Serve(int seat) => diners[seat].Post(true);

        void Arbitrate(Request request)
        {
            if (!request.IsHungry)
            {
                arbitrator.PutBack(request.Seat);
            }
            else if (arbitrator.TryServe(request.Seat))
            {
                Serve(request.Seat);
            }
        }
    }

    private static ActionBlock<bool> NewDiner(Philosopher diner, ActionBlock<Request> requests)
    {
        ActionBlock<bool> self = null!;
        return self = new(Eat, new() { SingleProducerConstrained = true });

        void Eat(bool mayEat)
        {
            diner.Eat();
            requests.Post(new(diner.Seat, IsHungry: false));
            if (diner.IsHungry)
            {
                requests.Post(new(diner.Seat, IsHungry: true));
            }
            else
            {
                self.Complete();
            }
        }
    }

    private readonly record struct Request(int Seat, bool IsHungry);
}
