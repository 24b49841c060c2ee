/** Does iterations of one case. */
interface Workload {
    /** Does one and returns what it counted. */
    Message iterate(Iteration run) throws Exception;
}
