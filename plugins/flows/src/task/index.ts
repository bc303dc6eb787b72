export { TaskPage } from './components/TaskPage';
