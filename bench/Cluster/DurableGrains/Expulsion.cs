namespace Bench.DurableGrains;

/// <summary>
/// Hears from a silo that it cannot go on, such as when the others have declared it dead. Orleans' own would end the process with a dump of
/// stacks; this one says it, and the node ends.
/// </summary>
internal sealed class Expulsion : IFatalErrorHandler
{
    private readonly TaskCompletionSource<string> _reason = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Why the silo cannot go on, in one line, once it cannot.</summary>
    public Task<string> Reason => _reason.Task;

    public bool IsUnexpected(Exception exception) => true;

    public void OnFatalException(object? sender, string? context, Exception? exception) =>
        _reason.TrySetResult(
            $"the silo ended itself: {(context ?? exception?.Message ?? "no reason told").ReplaceLineEndings(" ")}"
        );
}
