using Bench.Workloads;

namespace Bench.Sequential;

/// <summary>Candidate by candidate, each down the whole chain, before the next one begins: a unit is the one who does it.</summary>
public class Sieve : Workloads.Sieve
{
    protected override PrimeTally FindPrimes()
    {
        using var unit = Units.Enter();
        List<PrimeSegment> chain = [NewSegment()];
        for (var place = 0; place < Candidates; place++)
        {
            Sift(Candidate(place), chain);
        }

        return chain.Select(segment => segment.Tally).Aggregate(PrimeTally.Add);
    }

    private void Sift(int candidate, List<PrimeSegment> chain)
    {
        var at = 0;
        while (chain[at].PassesOn(candidate))
        {
            if (++at == chain.Count)
            {
                chain.Add(NewSegment());
            }
        }
    }
}
