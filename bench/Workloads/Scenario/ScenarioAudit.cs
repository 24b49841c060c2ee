using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;

namespace Bench.Workloads;

/// <summary>What must hold when a scenario is over and nothing is under way any more.</summary>
/// <param name="plan">What was drawn.</param>
/// <param name="requests">Every request that was issued, refused ones too.</param>
/// <param name="findings">Takes the violations.</param>
internal sealed class ScenarioAudit(
    ScenarioPlan plan,
    IReadOnlyList<ScenarioRequest> requests,
    Findings findings
)
{
    private const int MostWorkLookedAt = 1_000;
    private readonly ScenarioParameters _parameters = plan.Parameters;

    /// <summary>Each call was tried as often as its failures ask for, and each caller was told what came of it.</summary>
    public void CheckCalls(IEnumerable<Call<ScenarioRequest, ScenarioReply>> ended)
    {
        var (tooFew, tooMany, wronglyDone, wronglyFailed, workLeft) = (0, 0, 0, 0, MostWorkLookedAt);
        foreach (var call in ended)
        {
            var (tries, fails) = Oracle(call.Request.Number);
            var isLate = call.Outcome == CallOutcome.TimedOut;
            var pairs = call.Request.Tries.Zip(tries).ToList();
            tooMany += pairs.Count(pair => pair.First > pair.Second);
            tooFew += isLate ? 0 : pairs.Count(pair => pair.First < pair.Second);
            wronglyDone += call.Outcome == CallOutcome.Completed && fails ? 1 : 0;
            wronglyFailed += call.Outcome == CallOutcome.Failed && !fails ? 1 : 0;
            if (call.Outcome == CallOutcome.Completed && workLeft-- > 0)
            {
                var work = ScenarioRequest.WorkOf(call.Request.Number, _parameters);
                findings.Expect(
                    call.Request.Result == work,
                    "a request's work was left out or came to something else"
                );
            }
        }

        findings.ExpectEqual(0, tooFew, "calls tried too few times");
        findings.ExpectEqual(0, tooMany, "calls tried too many times");
        findings.ExpectEqual(0, wronglyDone, "requests completed although a call failed for good");
        findings.ExpectEqual(0, wronglyFailed, "requests failed although no call did");
    }

    /// <summary>Each key has the updates of the requests that updated it, and each completed request updated it once.</summary>
    public void CheckState(
        IReadOnlyList<ScenarioKey> keys,
        IReadOnlyList<Call<ScenarioRequest, ScenarioReply>> ended
    )
    {
        var updates = new long[keys.Count];
        foreach (var request in requests)
        {
            updates[request.Key] += request.Updates;
            findings.Expect(request.Updates <= 1, "a request updated the state twice");
        }

        foreach (var key in keys)
        {
            findings.Expect(
                key.Count == updates[key.Index],
                "a key's count differs from the requests that updated it"
            );
        }

        CheckReplies(keys, [.. ended.Where(call => call.Outcome == CallOutcome.Completed)]);
        findings.ExpectEqual(
            0,
            ended.Count(call => call.Outcome == CallOutcome.Failed && call.Request.Updates > 0),
            "failed requests that updated the state"
        );
    }

    /// <summary>The backend had the calls that requests made, in the way that they ask for, and never too many at once.</summary>
    public void CheckBackend(SimulatedBackend backend)
    {
        long Tries(Func<ScenarioRequest, bool> which) =>
            requests.Where(which).Sum(request => (long)request.Tries.Sum());

        findings.ExpectEqual(
            Tries(_ => true),
            backend.Calls,
            "backend calls made for the tries of all requests"
        );
        findings.Expect(
            backend.BlockingCalls >= Tries(request => request.IsBlocking),
            "a call that blocks was made without holding a thread"
        );
        var most = (long)_parameters.ConcurrencyLimit * _parameters.Calls;
        findings.Expect(
            backend.MostAtOnce <= most,
            $"more backend calls at once ({backend.MostAtOnce}) than the limit of {most}"
        );
    }

    private void CheckReplies(
        IReadOnlyList<ScenarioKey> keys,
        List<Call<ScenarioRequest, ScenarioReply>> completed
    )
    {
        findings.Expect(
            completed.TrueForAll(call =>
                call.Request.Updates == 1
                && call.Reply.Key == call.Request.Key
                && call.Reply.Count >= 1
                && call.Reply.Count <= keys[call.Request.Key].Count
            ),
            "a reply speaks of an update that its request did not make"
        );
        findings.ExpectEqual(
            completed.Count,
            completed.Select(call => call.Reply).Distinct().Count(),
            "counts that were told to one caller only"
        );
    }

    private (List<int> Tries, bool Fails) Oracle(long number)
    {
        var calls = Enumerable.Range(0, _parameters.Calls).Select(call => plan.Call(number, call)).ToList();
        return (calls.ConvertAll(call => call.Tries), calls.Exists(call => call.Fails));
    }
}
