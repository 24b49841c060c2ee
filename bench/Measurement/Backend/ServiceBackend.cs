namespace Bench.Measurement.Backend;

/// <summary>
/// What a service calls for each request: the simulated device, or a real server or database. Every one has a blocking and an
/// asynchronous face; a lane uses the one that its model asks for, and does not know what is behind it.
/// </summary>
/// <typeparam name="TRequest">What is asked.</typeparam>
public abstract class ServiceBackend<TRequest>
{
    /// <summary>Most calls that it had at once: what a lane's concurrency limit bounds.</summary>
    public abstract int MostAtOnce { get; }

    /// <summary>Ids of other processes on this machine that work for it, as they are at the moment; empty where none is known.</summary>
    public virtual IReadOnlyList<int> Processes => [];

    /// <summary>Blocks the calling thread until the request is answered.</summary>
    public abstract void Call(TRequest request);

    /// <summary>Completes when the request is answered; the continuation runs on the ThreadPool.</summary>
    public abstract ValueTask CallAsync(TRequest request);

    /// <summary>The load is over and the lane closed: no call comes any more. What it keeps can still be read.</summary>
    /// <exception cref="Hosting.LaneFailureException">It broke meanwhile.</exception>
    public abstract void EndLoad();

    /// <summary>Takes away all that it made. May be called after anything, more than once.</summary>
    public abstract void Close();
}
