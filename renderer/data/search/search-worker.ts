import { answerRequest, type EngineAnswer, type EngineRequest } from './search-engine.js';
import { SearchIndex } from './search-index.js';

const index = new SearchIndex();

addEventListener('message', ({ data: request }: MessageEvent<EngineRequest>) => {
  const { id } = request;
  let answer: EngineAnswer;
  try {
    answer = { id, ok: true, value: answerRequest(index, request) };
  } catch (error) {
    answer = { id, ok: false, fault: error instanceof Error ? error.name : 'unknown' };
  }
  postMessage(answer);
});
