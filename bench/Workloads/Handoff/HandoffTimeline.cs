namespace Bench.Workloads;

/// <summary>What was on its way at once, from when each item was offered and taken.</summary>
public static class HandoffTimeline
{
    /// <summary>Most items that had been offered and not yet taken; one taken makes room for one offered at that time.</summary>
    /// <param name="items">Offered and taken, nanoseconds.</param>
    public static int MostAtOnce(IEnumerable<(long OfferedAt, long TakenAt)> items)
    {
        var list = items.ToList();
        var offered = list.Select(item => item.OfferedAt).Order().ToArray();
        var taken = list.Select(item => item.TakenAt).Order().ToArray();
        var (most, left) = (0, 0);
        for (var count = 0; count < offered.Length; count++)
        {
            while (left < taken.Length && taken[left] <= offered[count])
            {
                left++;
            }

            most = Math.Max(most, count + 1 - left);
        }

        return most;
    }
}
