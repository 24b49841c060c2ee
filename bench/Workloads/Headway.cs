namespace Bench.Workloads;

/// <summary>
/// How evenly workers get on that have the same number of operations each: what the others have done when the first is
/// through. At the end all have done the same, whoever had to wait.
/// </summary>
/// <param name="done">For each worker, how many operations it has done so far.</param>
internal sealed class Headway(IReadOnlyList<Func<long>> done)
{
    private int _through;
    private int _looks;
    private double _sum;

    /// <summary>The fairness when the first was through, the mean over all races; 0 when none ever was.</summary>
    public double Fairness => _looks == 0 ? 0 : _sum / _looks;

    /// <summary>All workers are at the start; none is under way.</summary>
    public void Begin() => _through = 0;

    /// <summary>A worker has done its last operation. Any of them may say so at any time.</summary>
    public void Finish()
    {
        if (Interlocked.Exchange(ref _through, 1) == 0)
        {
            _sum += Workloads.Fairness.Of([.. done.Select(read => (double)read())]);
            _looks++;
        }
    }
}
