using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Measurement.Backend;

/// <summary>
/// A server or database outside of the lane. When it breaks, lanes must end as they always do: the first failure is kept, every
/// call from then on returns at once, and the sample says what happened instead of figures.
/// </summary>
public abstract class RealBackend<TRequest> : ServiceBackend<TRequest>
{
    private int _atOnce;
    private int _mostAtOnce;
    private volatile string? _failure;

    public override int MostAtOnce => _mostAtOnce;

    public override void Call(TRequest request)
    {
        if (_failure is not null)
        {
            return;
        }

        Enter();
        try
        {
            Ask(request);
        }
        catch (Exception error)
        {
            Fail(error);
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    public override async ValueTask CallAsync(TRequest request)
    {
        if (_failure is not null)
        {
            return;
        }

        Enter();
        try
        {
            // A grain or actor that awaits must not be given the turns of what it calls.
            await AskAsync(request).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Fail(error);
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    public override void EndLoad()
    {
        if (_failure is { } failure)
        {
            throw new LaneFailureException(SampleStatus.Crashed, failure);
        }
    }

    /// <summary>Asks and waits for the answer on this thread.</summary>
    protected abstract void Ask(TRequest request);

    /// <summary>Asks without keeping a thread waiting.</summary>
    protected abstract ValueTask AskAsync(TRequest request);

    /// <summary>What went wrong, in one line: where, and what to do next.</summary>
    protected abstract string Words(Exception error);

    private void Enter()
    {
        var now = Interlocked.Increment(ref _atOnce);
        var most = Volatile.Read(ref _mostAtOnce);
        while (
            now > most && Interlocked.CompareExchange(ref _mostAtOnce, now, most) is var seen && seen != most
        )
        {
            most = seen;
        }
    }

    // The first says why; those after it are its consequence.
    private void Fail(Exception error) => Interlocked.CompareExchange(ref _failure, Words(error), null);
}
