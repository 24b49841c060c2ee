namespace Bench.DurableGrains;

/// <summary>
/// A reentrant grain whose changes are written before anybody is told of them. One write is under way at a time; changes that come
/// meanwhile share the next. State is replaced, never changed: the storage reads it while the grain goes on.
/// </summary>
/// <param name="work">Of the node: counts the grain from its activation to its deactivation.</param>
/// <param name="stored">The state, as it is kept.</param>
internal abstract class StoredGrain<TState>(StoredWork work, IPersistentState<TState> stored) : Grain
{
    private Task _current = Task.CompletedTask;
    private Task? _next;

    /// <summary>The grain's state: what is written, and what will be.</summary>
    protected TState State
    {
        get => stored.State;
        set => stored.State = value;
    }

    /// <summary>Its number among its like.</summary>
    protected int Key => (int)this.GetPrimaryKeyLong();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        work.Units.Started();
        Begin();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        work.Units.Ended();
        return Task.CompletedTask;
    }

    public Task Awake() => SaveAsync();

    /// <summary>The state of a grain that nothing has been written of.</summary>
    protected abstract TState New();

    /// <summary>Reads the state anew, after what is being written; nothing may change meanwhile.</summary>
    protected async Task<TState> ReadAsync()
    {
        await (_next ?? _current);
        await stored.ReadStateAsync();
        Begin();
        return State;
    }

    /// <summary>Completes when the state as it is now has been written.</summary>
    protected Task SaveAsync() =>
        _next is null && _current.IsCompleted ? _current = WriteAsync() : _next ??= WriteAfterAsync(_current);

    private void Begin()
    {
        if (!stored.RecordExists)
        {
            State = New();
        }
    }

    private async Task WriteAfterAsync(Task current)
    {
        await current.ConfigureAwait(
            ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing
        );
        (_current, _next) = (_next!, null);
        await WriteAsync();
    }

    private async Task WriteAsync()
    {
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // What is in memory may not be what is stored: the next activation reads it.
            DeactivateOnIdle();
            throw;
        }
    }
}
