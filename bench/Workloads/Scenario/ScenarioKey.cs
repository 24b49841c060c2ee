namespace Bench.Workloads;

/// <summary>The state behind one key. Not safe for several units at once: that is the model's part.</summary>
/// <param name="index">Its place among the keys.</param>
/// <param name="updateRounds">Work of an update, rounds.</param>
public sealed class ScenarioKey(int index, int updateRounds)
{
    private ulong _state;

    /// <summary>Its place among the keys.</summary>
    public int Index => index;

    /// <summary>Updates so far.</summary>
    public long Count { get; private set; }

    /// <summary>Updates the state for a request.</summary>
    public ScenarioReply Update(ScenarioRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var count = Count + 1;
        _state = PipelineKernel.Work(_state ^ (ulong)request.Number, updateRounds);
        request.Updates++;
        Count = count;
        return new(index, count);
    }
}
